"""How English writes numbers, growth, periods and ranks."""

import re
from datetime import date
from typing import Final

from bilat.lang.alternation import alternation
from bilat.lang.spaced.figures.forms import Forms
from bilat.lang.spaced.figures.months import past_year, quarters, stretch, years

_SMALL: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMERALS: Final = {word: n for n, word in enumerate(_SMALL, 1)} | {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a": 1, "half a": 0,
}  # fmt: skip
_ORDINALS: Final = {"": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
                    "ninth": 9, "tenth": 10, "no. 1": 1, "number one": 1}  # fmt: skip
_FIRST: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                  "november", "december")  # fmt: skip
_MONTH: Final = "|".join(_MONTHS)
_Y: Final = r"(?:19|20)\d\d"
_OF: Final = rf"(?:(?:,| of| in)? (?P<y>{_Y}|this year|last year))?"


def _year(said: str | None, today: date | None, last: int) -> int | None:
    """The year as said, or that of months or quarters which are over on a day."""
    if said is not None and said.isdigit():
        return int(said)
    if today is None:
        return None
    if said is None:
        return past_year(today.year, today.month, last)
    return today.year - (said.lower() == "last year")


def _months(found: re.Match[str], today: date | None) -> str | None:
    count = found["n"].lower()
    number = int(count) if count.isdigit() else _NUMERALS.get(count, 0)
    last = number * (3 if found["u"].lower().startswith("quarter") else 1)
    year = _year(found["y"], today, last)
    return stretch(year, 1, last) if year is not None else None


def _span(found: re.Match[str], today: date | None) -> str | None:
    first, last = (_MONTHS.index(found[group].lower()) + 1 for group in ("a", "b"))
    year = _year(found["y"], today, last)
    return stretch(year, first, last) if year is not None else None


def _across(found: re.Match[str], _: date | None) -> str:
    first, last = (_MONTHS.index(found[group].lower()) + 1 for group in ("a", "b"))
    return f"{found['ya']}-{first:02}/{found['yb']}-{last:02}"


def _half(found: re.Match[str], today: date | None) -> str | None:
    which = _FIRST[found["q"].lower()]
    year = _year(found["y"], today, 6 * which)
    return stretch(year, 6 * which - 5, 6 * which) if year is not None and which <= len("ab") else None


def _quarter(found: re.Match[str], today: date | None) -> str | None:
    said = found["q"].lower()
    which = int(said) if said.isdigit() else _FIRST[said]
    year = _year(found["y"], today, 3 * which)
    return quarters(year, which, which) if year is not None else None


def _month(found: re.Match[str], today: date | None) -> str | None:
    which = _MONTHS.index((found["m"] or found["at"]).lower()) + 1
    year = _year(found["y"], today, which)
    return stretch(year, which, which) if year is not None else None


def _two_years(found: re.Match[str], _: date | None) -> str | None:
    first, last = found["a"], found["b"]
    return years(int(first), int(last if len(last) == len(first) else first[:2] + last))


def _one_year(found: re.Match[str], _: date | None) -> str:
    return found["y"]


def _fiscal(found: re.Match[str], today: date | None) -> str | None:
    said = found["y"]
    if len(said) == len("2024"):
        return said
    return f"{today.year // 100}{said}" if today is not None else None


def _end_of_year(found: re.Match[str], today: date | None) -> str | None:
    year = _year(found["y"], today, 12)
    return f"as_of {year}" if year is not None else None


def _beside(found: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    side, unit = found["side"].lower(), found["unit"].lower()
    back = 1 if side in {"last", "previous", "past"} else 0
    if unit == "year":
        return f"{today.year - back}"
    if unit == "quarter":
        quarter = today.year * 4 + (today.month - 1) // 3 - back
        return quarters(quarter // 4, quarter % 4 + 1, quarter % 4 + 1)
    month = today.year * 12 + today.month - 1 - back
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _compile(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


_YEAR: Final = rf"{_Y}|(?:last|this) year"
_END: Final = r"(?:end of|year-end|end-|late)(?: of)? ?"
_LED: Final = "in|during|for|last|since|until|of|from"
_PEOPLE: Final = r"(?:(?:people|government|citizens|armed forces|military|defense|defence) of (?:the )?)?"
_PERIODS: Final = (
    (_compile(rf"\b(?:the )?(?:first|initial|opening) (?P<n>\w+)[ -](?P<u>months?|quarters?)\b{_OF}"), _months),
    (_compile(rf"\b(?P<a>{_MONTH}) (?P<ya>{_Y})(?: ?- ?| to | through | and )(?P<b>{_MONTH}) (?P<yb>{_Y})\b"), _across),
    (_compile(rf"\b(?P<a>{_MONTH})(?: ?- ?| to | through )(?P<b>{_MONTH})\b{_OF}"), _span),
    (_compile(rf"\b(?P<q>first|second) half\b{_OF}"), _half),
    (_compile(rf"\b(?P<q>first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter\b{_OF}"), _quarter),
    (_compile(rf"\bQ(?P<q>[1-4])\b(?:[ /](?P<y>{_Y}))?"), _quarter),
    (_compile(rf"\b(?:fiscal|FY|financial)(?: year)? ?(?P<y>{_Y}|\d\d)\b"), _fiscal),
    (_compile(rf"\b(?:as of|by|at|until|through|since) (?:the )?{_END}(?P<y>{_YEAR})\b"), _end_of_year),
    (_compile(rf"\b(?P<a>{_Y})(?:-| to | and | through )(?P<b>{_Y}|\d\d)\b(?!-)"), _two_years),
    (_compile(rf"\b(?P<m>{_MONTH}),? (?P<y>{_Y})\b|\b(?:{_LED}) (?P<at>{_MONTH})\b(?! \d)"), _month),
    (_compile(r"\b(?P<side>last|this|previous|past) (?P<unit>year|quarter|month)\b(?!'s| of)"), _beside),
    (_compile(rf"(?<![\w/.,-])(?P<y>{_Y})(?![\w/-]|[.,]\d)"), _one_year),
)  # fmt: skip

FORMS: Final = Forms(
    decimal=".",
    fresh=r"\b(?:(?:will|to|would) invest|new (?:\w+ )?investments?|planned|plans|pledg\w+|commit\w*|announc\w+)\b",
    plural="s",
    numerals={word: n for word, n in _NUMERALS.items() if n},
    scales={
        "thousand": 3,
        "million": 6,
        "billion": 9,
        "trillion": 12,
        "bn": 9,
        "bln": 9,
        "mn": 6,
        "mln": 6,
        "tn": 12,
        "trn": 12,
        "m": 6,
        "b": 9,
        "k": 3,
        "t": 12,
    },
    scale=r"[ -]?(?i:thousand|million|billion|trillion|bn|bln|mn|mln|tn|trn)|[mMbBkKT]",
    short_scales=frozenset({"m", "b", "k", "t"}),
    percent=r" ?%|[ -]percent|[ -]per cent|[ -]pct",
    points=r"(?:[ -]percent(?:age)?| per cent| ?%)?[ -]points?(?= |[.,;)]|$)",
    join=r" ?- ?| to ",
    from_to=r"(?<!ranging )(?<!range )(?<!ranges )(?<!ranged )\bfrom (?:about |around |nearly |some )?$",
    inexact="nearly|almost|about|around|approximately|roughly|some|more than|over|above|under|below|less than|up to"
    "|at least|at most|an estimated|close to|upwards of|in excess of|just over|just under|well over|as much as"
    "|as many as"
    "|as low as|exceeding|surpassing|topping|no more than|no less than|fewer than|estimated",
    breaks=r"[,;:](?!\d)|[,;:](?=\d{4}\b)| - |\b(?:while|whereas|but)\b|\((?=\w)|\)",
    level=r"(?:\b(?:reach|exceed|surpass|amount|stand|record|regist|hit|tot(?:al)|top|climb|exceed)\w*|\b(?:was"
    r"|were|is|are|be|of"
    r"|at|to|worth|valued|stood|came|near|crossed|only|had|has|have|welcomed|with|by|over|than|nearly|about|around"
    r"|as high as|including|on|against"
    r"|estimated|currently|approximately|some|rate|up|passed|posted|fell|rose|grew))(?: (?:in at|a|an|the|just"
    r"|only|some|value of"
    r"|total of|record|rate of|high of|figure of|nearly|over|more|about|around|approximately|almost|up|to|at|of"
    r"|than|roughly"
    r"|today's announcement of|an additional|another|additional|least|well|an estimated|a record|currently|now"
    r"|still|in \d{4}|last year|this year|in))* ?$|^(?: ?\(?| of "
    r"| at |: )$",
    bound=r"(?: of (?:its|their|our))?(?: (?:in|of|worth of|for|towards?|the))?"
    r"(?: (?!to\b|for\b|from\b|and\b|by\b|will\b|that\b|in\b|of\b|with\b|on\b|through\b"
    r"|is\b|was\b|the\b|as\b|at\b|its\b|their\b|since\b|over\b|during\b|this\b|last\b)[\w.'&/-]+){0,4} ",
    bound_list=r" (?:in|of|worth of)(?: [\w'-]+){1,4}(?:,(?: [\w'-]+){1,4}){0,4},? and (?:[\w'-]+ ){0,3}",
    counted=r"(?: (?:of|worth of))?(?:,? (?!to\b|for\b|from\b|by\b|will\b|that\b|in\b|of\b|with\b|on\b|through\b"
    r"|is\b|was\b|were\b"
    r"|the\b|as\b|at\b|have\b|has\b|had\b|who\b|million\b|sides\b|countries\b|signed\b|exchanged\b|leaders\b"
    r"|\d|years?\b|months?\b|days?\b|weeks?\b|hours?\b|times\b|minutes?\b|after\b|before\b"
    r"|percent\b)[\w.'&/-]+){0,3} ",
    grown=r"(?:(?:,? (?:by|about|around|nearly|almost|approximately|roughly|some|more than|over|an?|of|at|another"
    r"|average|further"
    r"|annual|annually|only|just|up to|at least|estimated|rate|as much as|well|sharply|slightly|steadily|rapidly"
    r"|significantly"
    r"|strongly|year[ -]on[ -]year|year[ -]over[ -]year|faster|respectively|to|up|down|-))*? (?<! to )|-)",
    growth_after=r" (?:(?:year[ -]on[ -]year|year[ -]over[ -]year|annual|average|annualized|on[ -]year|real"
    r"|economic|GDP) )*",
    moved_by=r"[^,;]{0,48}? by(?: (?:nearly|almost|about|around|approximately|some|more than|over|up to|an?"
    r"|at least|another"
    r"|roughly|just over))* ",
    attribute=r" (?:pledge|missions?|summit|targets?|guidelines?|goals?)\b",
    hosts=r"\b(?:welcom|host|shelter|accept|receiv)(?:s|es|ed|ing|e)?\b|\b(?:taken|taking|took|brought|bringing) in\b",
    foe=r"(?:'s)? (?:aggression|invasion|attacks?|threats?|war|strikes?|occupation|summit)\b",
    armed=r"(?:'s)? (?:aggression|invasion|attacks?|threats?|war|strikes?|occupation|summit)\b"
    r"| (?:military|forces|troops)\b",
    receives=r"\b(?:receiv\w*|(?:have|'ve) had|borrow\w*|got|(?:was|were|been) (?:given|offered|granted))\b",
    that=r" (?:that |which )?(?:the )?",
    gives=r" (?:is|was|has|had|have|will|would|plans?|intends?|committed|pledged|provided|provides|announced|gave|sent"
    r"|promised)\b",
    also=r"\band (?:\w+ )?(?:\w+ed|\w+ing|sent|gave|lent) (?:(?:nearly|over|more than|about|an additional) )?$",
    tells=r"(?: [A-Z][\w.'-]+){0,3} (?:welcomed|welcomes|applauded|noted|highlighted|underscored|reviewed|discussed)\b",
    thanks=r"\b(?:thank(?:s|ed|ing)?|grateful to|gratitude to|appreciation for|commend(?:s|ed)|prais(?:es|ed))\b",
    with_sum=r"(?: (?:was|is|were|are|led|leads|topped|ranked|remained|came|follows|followed)\b[^,;.\d$€£]{0,48})?"
    r"(?:,? (?:with|at|accounting for|contributing|sending|to)|:| \()"
    r"(?: (?:about|nearly|over|more than|around|almost|some|up to|a total of|investments? of))* ?",
    of_gdp=r"(?:%|percent|share|ratio) (?:of|to) (?:its |the )?|debt-to-",
    local=r"\b(?:state of|county|province|provincial|city of|the city|district|municipal|statewide)\b",
    label=r"\b(?:[A-Z][A-Za-z]+|no\.|article|section|day|title|level|page|phase|top|group of|number) $",
    ended=r"(?:[,.;:)(]|$| -| (?:in|last|this|by|from|up|down|over|during|as|at|after|a year|and|while|for|since"
    r"|on|per|year|between"
    r"|compared|through|to|out of)\b)",
    unsaid=r"\b(?:become|becoming|could|would|will|may|might|wants?|aims?|poised|if|once|formerly)\b",
    to_level=r"\b(?:to|reaching|hitting|totaling|totalling|at|and (?:reached|hit|totaled))(?: (?:a|an|the|nearly"
    r"|about|around|over|more than"
    r"|approximately|almost|record|some|high of|reach|level of|some))* ?$",
    compared=r"\b(?:from|compared (?:to|with)|(?<!more )(?<!less )(?<!fewer )(?<!greater )than|versus|against"
    r"|up from|down from)(?: (?:the|a|an|about|around"
    r"|nearly|just|more|only|over|some|approximately))* ?$",
    bases={
        "mom": r"\bmonth[ -](?:on|over)[ -]month|\bfrom the (?:previous|prior) month|\bfrom a month earlier",
        "qoq": r"\bquarter[ -](?:on|over)[ -]quarter|\bfrom the (?:previous|prior) quarter",
        "yoy": r"\byear[ -](?:on|over)[ -]year|\bon-year\b|\by-o-y\b|\byoy\b|\b(?:a|one) year (?:earlier|ago"
        r"|before)|\bthe same (?:period|month"
        r"|quarter) (?:last year|of last year|a year|the previous|in the previous|of the previous|of 20|in 20"
        r"|one year)|\bannually\b"
        r"|\bthe same period\b|\b(?:from|over|than|compared (?:with|to)) (?:the previous year|last year"
        r"|the prior year)\b",
    },
    base_year=rf"[^.;]{{0,16}}?\b(?:from|over|than|compared (?:with|to)|vs\.?)(?: (?:in|that in|that of))? ({_Y})\b",
    superlative=rf"\b(?:(?P<nth>{alternation(w for w in _ORDINALS if w)}|\d+(?:st|nd|rd|th))[ -])?(?:largest"
    rf"|biggest|top|leading|most important|main|major)(?=\b)"
    r"(?! (?:\d|two|three|four|five|ten))",
    ordinals=_ORDINALS,
    one_of=r"\b(?:one of|among|not the|partners|markets|exporters|importers|donors|investors|suppliers|producers"
    r"|sources|major)\b",
    respectively=r"\brespectively\b",
    total=r"\b(?:total|cumulative|cumulatively|accumulated|to date|so far|stock|valid|active)\b",
    sources=(
        (
            r"\baccording to (?:the )?(?:(?:latest|preliminary|official|new|recent|figures?|data|statistics"
            r"|estimates?"
            r"|numbers|report|an?|released|published"
            r"|provided|compiled|by|from|of|the) )*(?P<source>(?!our |their |his |its "
            r"|her )[^,;.\"]{2,70}?)(?= (?:data|figures|statistics|estimates"
            r"|report)\b|,|;|\.|\"|$| on | released| published| as of)"
        ),
        (
            r"\b(?:data|figures|statistics|numbers) (?:released |published |provided |compiled )?(?:from|by"
            r"|of) (?:the )?(?P<source>[^,;.\"]{2,60}?)"
            r"(?= (?:showed|show|shows|said|indicate|indicated|released|on)\b|,)"
        ),
        (
            r"(?:\bthe |[,;] |(?<![\w ]))(?P<source>(?-i:[A-Z])[\w.-]*"
            r"(?:(?: of| and| for| on)? (?-i:[A-Z])[\w.'-]*){0,6})"
            r" (?:data|figures|statistics) (?:showed|show|shows)\b"
        ),
    ),
    roles={
        "between": r"between (?:the )?",
        "to": rf"(?:to|toward|towards|destined for|bound for|visited|visiting) (?:the )?{_PEOPLE}",
        "into": r"into (?:the )?",
        "from": r"from (?:the )?(?:People's Republic of )?|originating in (?:the )?|out of (?:the )?",
        "with": r"(?:with|vis-a-vis|and its trade with) (?:the )?",
        "of": r"of (?:the )?",
        "for": rf"(?:for|to help|to support|to assist|helping|supporting|in (?:\w+ )?support of) (?:the )?{_PEOPLE}",
        "by": r"by (?:the )?",
        "inside": r"(?:in|within|inside|across|at) (?:the )?(?:whole of )?",
        "on": r"(?:on|imposed on) (?:the )?(?:all )?",
        "against": r"against (?:the )?",
    },
    owner=r"'s?(?= )|s'(?= )",
    pair=r"(?: ?[-/] ?|,? and (?:the )?| & )",
    listed=r",(?: and)?(?: the)? |,? and (?:the |other )?",
    both=r"\bbilateral|\btwo-way|\b(?:two|both) (?:countries|nations|sides|economies|parties|governments)"
    r"|\beach other|\bmutual",
    ours=r"\b(?:our|we|the nation's|our nation's|domestic|nationwide|America's|the country's|us)\b",
    we=r"\b(?:we|I|my administration|our administration|our government)\b",
    head=r"\b(?:the|this) administration\b|(?<!deputy )\bthe (?:vice )?president\b(?! of|(?-i: [A-Z]))",
    copula=r"\b(?:is|was|were|are|has|have|had|said|and|to|in|with|on|that|for|from|by|reached|will|would|rose"
    r"|fell|of)\b",
    periods=_PERIODS,
    as_of=r"\b(?:as of|as at|up to|until|by the end of|at the end of|by end-|end of|through)(?: (?:the end of|late"
    r"|early|mid|the))* ?$",
    since=r"\bsince(?: (?:the end of|late|early|mid))? ?$",
    no_period=r"\b(?:compared (?:to|with)|versus|vs\.?|over|than|from|the same period (?:of|in)?|same (?:month"
    r"|quarter|period) (?:of|in)"
    r"|established in|founded in|signed in|born in|the lowest since|the highest since|most since"
    r"|the first time since|elected in|adopted in"
    r"|since at least)(?: (?:the|in|that of|that in|the same period (?:of|in)|early|late))* ?$",
)
