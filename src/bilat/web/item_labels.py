"""Words of flat nouns (stages, manners, kinds, fields) → what a page says for them."""

from collections.abc import Mapping
from typing import Final

from bilat.web import labels
from bilat.web.labels import _

_LABELS: Final[Mapping[str, str]] = {
    # how far an undertaking has come
    "stage.proposed": _("proposed"),
    "stage.under_study": _("under study"),
    "stage.agreed": _("agreed"),
    "stage.signed": _("signed"),
    "stage.under_way": _("under way"),
    "stage.done": _("done"),
    "stage.dropped": _("dropped"),
    # what is undertaken
    "undertaking.agreement": _("agreement"),
    "undertaking.aid": _("aid"),
    "undertaking.airport": _("airport"),
    "undertaking.bridge": _("bridge"),
    "undertaking.cable": _("cable"),
    "undertaking.ceasefire": _("ceasefire"),
    "undertaking.cooperation": _("cooperation"),
    "undertaking.debt": _("debt"),
    "undertaking.embassy": _("embassy"),
    "undertaking.energy": _("energy"),
    "undertaking.exchange": _("exchange"),
    "undertaking.flights": _("flights"),
    "undertaking.food": _("food"),
    "undertaking.free_trade": _("free trade"),
    "undertaking.funding": _("funding"),
    "undertaking.grant": _("grant"),
    "undertaking.health": _("health"),
    "undertaking.hotline": _("hotline"),
    "undertaking.industry": _("industry"),
    "undertaking.loan": _("loan"),
    "undertaking.market": _("market"),
    "undertaking.military": _("military"),
    "undertaking.pipeline": _("pipeline"),
    "undertaking.port": _("port"),
    "undertaking.power": _("power"),
    "undertaking.project": _("project"),
    "undertaking.railway": _("railway"),
    "undertaking.road": _("road"),
    "undertaking.satellite": _("satellite"),
    "undertaking.supply": _("supply"),
    "undertaking.telecom": _("telecommunications"),
    "undertaking.ties": _("ties"),
    "undertaking.training": _("training"),
    "undertaking.treaty": _("treaty"),
    "undertaking.vaccine": _("vaccine"),
    "undertaking.visa": _("visa"),
    "undertaking.water": _("water"),
    "undertaking.weapons": _("weapons"),
    # how a statement is given, and by whom
    "mode.direct": _("word for word"),
    "mode.indirect": _("in the article’s words"),
    "mode.mixed": _("partly word for word"),
    "mode.silence": _("no statement"),
    "speaker.person": _("person"),
    "speaker.body": _("body"),
    "speaker.unnamed": _("unnamed"),
    # what reports differ on
    "field.start": _("first day"),
    "field.end": _("last day"),
    "field.announced_start": _("announced day"),
    "field.place": _("place"),
    "field.host": _("host"),
    "field.status": _("status"),
    "field.ordinal": _("number"),
    "field.participants": _("participants"),
    "field.visit_kind": _("kind of visit"),
    "field.documents_signed": _("documents signed"),
    "field.value": _("value"),
    "field.change_pct": _("change"),
    "value.state": _("state visit"),
    "value.official": _("official visit"),
    "value.working": _("working visit"),
    "value.private": _("private visit"),
    "value.held": _("held"),
    "value.planned": _("planned"),
    "value.cancelled": _("cancelled"),
    "about.event": _("events"),
    "about.figure": _("figures"),
    "dispute.name": _("contested names"),
    "dispute.dispute": _("words of dispute"),
    # what growth is compared with
    "basis.yoy": _("on the year"),
    "basis.mom": _("on the month"),
    "basis.qoq": _("on the quarter"),
    # orders of lists
    "order.uses": _("most used"),
    "order.first": _("newest first use"),
    "order.last": _("newest last use"),
    "order.phrase": _("by characters"),
}


def label(word: str, noun: str) -> str:
    """The label of a word of a flat noun, else that of the word anywhere."""
    return _LABELS.get(f"{noun}.{word}") or labels.label(word, noun)
