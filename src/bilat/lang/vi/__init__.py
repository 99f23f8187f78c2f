"""Vietnamese: its rules and the plugin that offers them."""

from typing import TYPE_CHECKING

from bilat.hookspecs import hookimpl

if TYPE_CHECKING:
    from bilat.lang.base import Language
    from bilat.packs import Packs


@hookimpl
def bilat_languages(packs: "Packs") -> "list[Language]":
    """Vietnamese, with the words of these packs."""
    from bilat.lang.vi.language import Vietnamese  # noqa: PLC0415  the automaton is made when first needed

    return [Vietnamese(packs.only("vi"))]
