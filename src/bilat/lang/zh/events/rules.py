"""What the packs say, in the shape that event rules ask for: modal words as patterns, short country names, venues."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.alternation import alternation
from bilat.lang.zh.fold import fold
from bilat.lang.zh.short_forms import short_forms

if TYPE_CHECKING:
    from bilat.lang.zh.events.items import Sort
    from bilat.packs import Packs


_PARTICLE = "所"
"""A short form that stands before a verb as a particle: 两国所发表的声明."""


class Rules:
    """Patterns and tables made once from a set of packs."""

    def __init__(self, packs: Packs) -> None:
        senses: dict[str, list[str]] = {}
        for verb in packs.verbs:
            senses.setdefault(verb.sense, []).append(fold(verb.word))
        self._modal = list({fold(v.word): v.sense for v in packs.verbs}.items())
        self._modals = CharwiseDoubleArrayAhoCorasick([word for word, _ in self._modal], MATCH_KIND_LEFTMOST_LONGEST)
        self.say = re.compile(alternation(senses["say"] + ["称", "说", "指"]))
        forms = short_forms(packs)
        self.short = forms.actors
        self.names = {country.code: tuple(fold(n) for n in country.zh) for country in packs.countries}
        self.usual = {c.code: [n for n in c.zh if fold(n) == fold(c.zh[0])] for c in packs.countries if c.zh}
        for org in packs.organisations:
            self.names.setdefault(org.code, tuple(fold(n) for n in org.zh))
        self.org_names = {fold(n) for o in packs.organisations for n in o.zh}
        self.country_names = {fold(n) for c in packs.countries for n in c.zh}
        singles = forms.singles
        double = [w for w in self.short if len(w) == 2]
        place = rf"(?!中[东亚欧])((?:{alternation(double)})|[{singles}]{{1,3}})(?![谈客民问华]|方|军)"
        visit = f"(?<![采专受探拜家随走寻上]访){place}"
        go = rf"([{singles}])(?=出席|参加|访|进行|国事|正式|举行|开始|会|与|同|,|。|展开|主持|的)"
        self.visit_short = re.compile(f"访{visit}")
        self.go_short = re.compile(f"[赴抵来到飞]{go}")
        short_trip = rf"(?<=访){visit}|(?<=[赴抵来到飞]){go}"
        self.short_trip = re.compile(f"[访赴抵来到飞](?:{short_trip})")
        """Written, like the next, with all that can begin it in front: the search is many times quicker for it."""
        self.short_contact = re.compile(
            f"[访赴抵来到飞两三双外防总首领军元国高](?:{short_trip}"
            rf"|(?<=[{singles}]{{2}}.)(?:(?<=[两三])[国军]|(?<=双)[方边]|(?<=[外防])长|(?<=总)理|(?<=首)脑"
            "|(?<=领)导人|(?<=军)方|(?<=元)首|(?<=国)防部长|(?<=高)层))"
        )
        signers = singles.replace(_PARTICLE, "")
        self.signing_pair = re.compile(rf"[{signers}]{{2,4}}(?=两国|双方|三国|今天|昨天|签|发表|正式|达成|将|已|并)")
        self.pair_before = re.compile(rf"(?P<c>[{singles}]{{2,4}})(?:[两三四]国|[两三四]边)?(?:副|前)?$")
        self.pair = re.compile(rf"[{singles}]{{2,4}}")
        self.side = re.compile(rf"(?P<c>[{singles}])(?:方|国总统|总统|总理|外长|防长)")
        self.sorts: dict[str, Sort] = {}
        """What each word met so far is in a row; told once for all documents."""
        self.capitals = {c.code: fold(c.capital) for c in packs.countries}

    def modals(self, stretch: str) -> dict[str, str]:
        """Sense → first word of that sense among plan, deny, background and cancel in a stretch of text. The longest
        word wins where words overlap, so 会 in 委员会 is none."""
        out: dict[str, str] = {}
        for _, _, which in self._modals.find(stretch):
            word, sense = self._modal[which]
            out.setdefault(sense, word)
        return out


@lru_cache(maxsize=4)
def rules(packs: Packs) -> Rules:
    """The rules of a set of packs, made once per process."""
    return Rules(packs)
