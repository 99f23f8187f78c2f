"""What a page is before it is drawn: a template with its values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bilat.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Page:
    """`template` under `templates/`, and what it is filled with. `scripts` are files under `static/` that it needs
    beside the usual one; `fixed` when it depends on nothing but the record, the address and the language, so that it
    may be kept and answered again; `about` are the countries that the menu goes on with, where the address names
    none."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])
    scripts: tuple[str, ...] = ()
    status: int = 200
    fixed: bool = True
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """The same thing has its address elsewhere."""

    to: str
    status: int = 308


class NotThereError(Exception):
    """Nothing has this address; the text says what was looked for. Answered as 404."""


Handler = Callable[[Asked], Page | Moved]
Paths = tuple[tuple[str, Handler], ...]
"""What a module of `pages/` offers as `PATHS`: addresses and who answers."""
