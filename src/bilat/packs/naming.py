"""What a language calls countries and organisations."""

from collections.abc import Mapping

from bilat.packs.load import Packs
from bilat.packs.tables.spaced import Side


def actor_names(packs: Packs, language: str) -> Mapping[str, str]:
    """Codes → usual names: in Chinese the simplified one, in Vietnamese that of the tables or of the language's own
    pack; English where there is none, the code itself where that is unknown too."""
    own = {side.code: side.names[0] for side in packs.only(language).of(Side)} if language == "vi" else {}
    named: dict[str, str] = {}
    for row in (*packs.organisations, *packs.countries):
        name = {"zh": next(iter(row.zh), ""), "vi": row.vi or own.get(row.code, "")}.get(language, row.en)
        named[row.code] = name or row.en or row.code
    return named
