"""Tellings and namings made by hand, and a kin that knows a few words."""

from bilat.lang.base import Post
from bilat.link import link_events
from bilat.model.level import Level
from bilat.model.linking import Linked, Naming, Taker, Telling, Tenure

PLACES = {"河内": "VN", "北京": "CN", "越南": "VN", "中国": "CN", "法国": "FR"}


class Kin:
    """Stands for a language: four offices, six places, likeness by the first and last character."""

    def posts(self, title: str, country: str | None = None) -> tuple[Post, ...]:
        del country
        sole = {"外长": "外交部长", "外交部长": "外交部长", "总理": "总理", "总统": "总统"}
        return tuple(Post(sole[part], sole=True) for part in title.split("、") if part in sole)

    def level(self, office: str) -> Level | None:
        return {"外交部长": Level.MINISTERS, "总理": Level.LEADERS, "总统": Level.LEADERS}.get(office)

    def likeness(self, one: str, other: str, country: str | None) -> float:
        del country
        return 1.0 if one == other else 0.9 if (one[0], one[-1]) == (other[0], other[-1]) else 0.0

    def differ(self, one: str, other: str, country: str | None) -> bool:
        return (one, other, country) == ("马克龙", "brigitte macron", "FR")

    def readings(self, name: str, country: str | None) -> tuple[str, ...]:
        read = {"王毅": "wangyi", "王义": "wangyi", "wang yi": "wangyi", "苏林": "tolam", "to lam": "tolam"}.get(name)
        return (read,) if read is not None and country in ("CN", "VN") else ()

    def short_name(self, name: str) -> str | None:
        return name.rpartition("·")[2] if "·" in name else None

    def spellings(self) -> tuple[tuple[str, ...], ...]:
        return (("特朗普", "川普"),)

    def country_of(self, place: str) -> str | None:
        return PLACES.get(place)

    def is_country(self, place: str) -> bool:
        return place in ("越南", "中国", "法国")

    def same_place(self, place: str) -> str:
        return place

    def meeting_name(self, mechanism: str) -> str:
        return mechanism.removesuffix("会议")

    def is_statement(self, document: str) -> bool:
        return "声明" in document


def naming(
    name: str,
    country: str | None,
    title: str | None = None,
    document: int = 1,
    day: str = "2023-05-01",
    aliases: tuple[str, ...] = (),
) -> Naming:
    """A person in a document."""
    return Naming(f"{name}/{country}", name, name, country, title, aliases, document, day)


def telling(  # noqa: PLR0913 -- what a telling may tell
    what: str,
    who: str,
    start: str | None = None,
    *,
    end: str | None = None,
    published: str = "2023-05-10",
    status: str = "held",
    publisher: str = "甲社",
    background: bool = False,
    place: str | None = None,
    host: str | None = None,
    mechanism: str | None = None,
    ordinal: int | None = None,
    documents: tuple[str, ...] = (),
) -> Telling:
    """One event told: `who` is 习近平/CN 阮富仲/VN; a name with a star is no person (越南*/VN)."""
    takers = [_taker(word) for word in who.split()]
    fields = (published, publisher, what, who, start, end, status, background, place, mechanism, ordinal, documents)
    return Telling(
        number=0,
        id="|".join(map(str, fields)),
        document=0,
        publisher=publisher,
        published=published,
        type=what,
        status=status,
        start=start,
        end=end if end or what == "visit" else start,
        place=place,
        host=host,
        takers=tuple(takers),
        mechanism=mechanism,
        ordinal=ordinal,
        documents=documents,
        background=background,
    )


def _taker(word: str) -> Taker:
    name, country = word.split("/")
    if name.endswith("*"):
        return Taker(name[:-1], country, None, None)
    return Taker(name, country, None, word)


def linked(*tellings: Telling, tenures: tuple[Tenure, ...] = (), of: dict[str, str] | None = None) -> list[Linked]:
    """The events of tellings, each numbered by its place."""
    numbered = [t._replace(number=at, document=at) for at, t in enumerate(tellings)]
    return link_events(numbered, of or {}, tenures, Kin())


def told(event: Linked) -> dict[int, str]:
    """How each telling (by its place) tells of an event."""
    return {each.telling: each.how for each in event.tellings}
