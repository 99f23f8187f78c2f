"""The job of linking events, as an engine takes it: blocks of tellings that never meet → their events."""

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bilat import plugins
from bilat.build.fingerprint import fingerprint, of_links
from bilat.errors import StoreError
from bilat.lang.base import Links
from bilat.link.events import Spun, spun
from bilat.link.events.holders import Holders, among
from bilat.link.events.shelf import Bare
from bilat.link.events.weave import weave
from bilat.link.kin import Kins
from bilat.link.rulings import Rulings
from bilat.model.linking import Telling, Tenure


def kin_of(extra: tuple[str, ...]) -> Kins:
    """What all languages know of names and places."""
    return Kins([lang.kin for lang in plugins.languages(extra=extra).values() if isinstance(lang, Links)])


@dataclass(frozen=True, slots=True)
class Weaving:
    """`rules` are those of the process that keeps the events, `tenures` all that it knows, `rulings` what people
    decided."""

    plugins: tuple[str, ...]
    rules: str
    tenures: tuple[Tenure, ...]
    rulings: Rulings

    def start(self) -> Callable[[Sequence[Telling]], Spun]:
        """Raises StoreError where other rules, packs or libraries are installed."""
        if of_links(fingerprint(self.plugins)) != self.rules:
            msg = (
                f"{platform.node()} has another version of bilat, its plugins or libraries: install the same everywhere"
            )
            raise StoreError(msg)
        kin = kin_of(self.plugins)
        holders = Holders(among(self.tenures), kin)

        def perform(tellings: Sequence[Telling]) -> Spun:
            woven = weave(Bare(tellings), {t.number for t in tellings}, (), kin, holders.of)
            return spun(woven, self.rulings, kin)

        return perform
