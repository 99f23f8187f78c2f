"""Options that several commands share, and the kinds of words they take."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from bilat.cli.terminal import Shape
from bilat.errors import UsageError

if TYPE_CHECKING:
    from bilat.record import ItemFilter

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_RECORD = "relations.bilat"
_SHAPES = (Shape.JSON, Shape.JSONL, Shape.CSV)


def as_country(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A country's code for any name of it; a usage error that names the option for anything else."""
    from bilat.views.countries import country_code

    return _checked(country_code, ctx, param, value)


def as_countries(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    """Codes for names of countries, each once."""
    return tuple(dict.fromkeys(code for word in value if (code := as_country(ctx, param, word))))


def as_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A year, month or day of the calendar; a usage error for anything else."""
    from bilat.views.dates import iso_prefix

    return _checked(iso_prefix, ctx, param, value)


def today() -> str:
    """The day where the person is who types the command."""
    return datetime.now().astimezone().date().isoformat()


def as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A day of the calendar; a usage error for anything else."""
    day = as_date(ctx, param, value)
    if day is not None and len(day) < len("YYYY-MM-DD"):
        raise click.BadParameter(f"'{day}' is no day: write it like 2024-01-31", ctx, param)
    return day


def as_types(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    """Types of events; a usage error that lists them for anything else."""
    return tuple(word for word in value if _checked(_one_of("type", event_types()), ctx, param, word))


def as_status(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A status of events; a usage error that lists them for anything else."""
    return _checked(_one_of("status", statuses()), ctx, param, value)


def as_level(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A level of events; a usage error that lists them for anything else."""
    return _checked(_one_of("level", levels()), ctx, param, value)


def as_mode(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A mode of claims; a usage error that lists them for anything else."""
    return _checked(_one_of("mode", modes()), ctx, param, value)


def as_stage(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A stage of undertakings; a usage error that lists them for anything else."""
    return _checked(_one_of("stage", stages()), ctx, param, value)


def as_kind(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A kind of discrepancy; a usage error that lists them for anything else."""
    return _checked(_one_of("kind", kinds()), ctx, param, value)


def kinds() -> list[str]:
    """How values may differ."""
    from bilat.model.linking import KINDS

    return list(KINDS)


def modes() -> list[str]:
    """How a statement may be told."""
    from bilat.model import Mode

    return [mode.value for mode in Mode]


def stages() -> list[str]:
    """How far an undertaking may have come, in order."""
    from bilat.model import Stage

    return [stage.value for stage in Stage]


def event_types() -> list[str]:
    """The types of events, in the order of the codebook."""
    from bilat.model import EventType

    return [kind.value for kind in EventType]


def statuses() -> list[str]:
    """What may have become of an event."""
    from bilat.model import Status

    return [status.value for status in Status]


def levels() -> list[str]:
    """How high an event may be, the highest first."""
    from bilat.model.level import Level

    return [level.value for level in Level]


def _one_of(what: str, known: Sequence[str]) -> Callable[[str], str]:
    def check(word: str) -> str:
        if word not in known:
            msg = f"no {what} is called '{word}'; there are: {', '.join(known)}"
            raise UsageError(msg)
        return word

    return check


def completed(words: Callable[[], Sequence[str]]) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """For the shell: the words that begin as typed."""

    def complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
        return [word for word in words() if word.startswith(incomplete)]

    return complete


def as_form(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The name of a form that some reader reads; a usage error that lists them for anything else."""
    return _checked(_one_of("form", form_names() if value else ()), ctx, param, value)


def as_export(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The name of a format that a record can be written in; a usage error that lists them for anything else."""
    return _checked(_one_of("format", export_names() if value else ()), ctx, param, value)


def as_engine(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The name of an engine; a usage error that lists them for anything else."""
    known = ("local",) if value == "local" else engine_names()
    _ = _checked(_one_of("engine", known), ctx, param, value)
    return value


def _checked(check: Callable[[str], str], ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return check(value)
    except UsageError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def form_names() -> list[str]:
    """The forms that built-in readers and plugins read, sorted."""
    from bilat.plugins import readers

    return sorted(reader.form for reader in readers())


def export_names() -> list[str]:
    """The formats that built-in exports and plugins write, sorted."""
    from bilat.plugins import exports

    return list(exports())


def engine_names() -> list[str]:
    """The engines that are built in or that plugins add, sorted."""
    from bilat.plugins import engines

    return list(engines())


def record_option(command: F) -> F:
    """`-r/--record FILE`: which record to look into."""
    return click.option(
        "-r",
        "--record",
        "record_path",
        metavar="FILE",
        type=click.Path(dir_okay=False),
        default=lambda: os.environ.get("BILAT_RECORD") or DEFAULT_RECORD,
        show_default="$BILAT_RECORD or relations.bilat",
        help="The record to look into.",
    )(command)


def decisions_option(command: F) -> F:
    """`--decisions FILE`: the file of people's decisions."""
    return click.option(
        "--decisions",
        metavar="FILE",
        type=click.Path(dir_okay=False),
        show_default="that of the last build, else <record>.decisions",
        help="The file of decisions.",
    )(command)


def author_options(command: F) -> F:
    """`--author NAME` and `--date DAY`: who decides, and when; the command gets the day as `day`."""
    command = click.option(
        "--date", "day", metavar="DAY", callback=as_day, show_default="today", help="When it is decided: 2024-01-31."
    )(command)
    return click.option(
        "--author", metavar="NAME", envvar="BILAT_AUTHOR", help="Who decides; never guessed. Or $BILAT_AUTHOR."
    )(command)


def input_options(command: F) -> F:
    """What every command that reads articles takes: `PATH…`, `--as FORM`, `--workers N`, `--engine NAME`,
    `--engine-address ADDRESS`."""
    command = click.option(
        "--engine-address",
        metavar="ADDRESS",
        envvar="BILAT_ENGINE_ADDRESS",
        help="The cluster that the engine works on; without it one of this machine. Or $BILAT_ENGINE_ADDRESS.",
    )(command)
    command = click.option(
        "--engine",
        metavar="NAME",
        envvar="BILAT_ENGINE",
        default="local",
        show_default="$BILAT_ENGINE or local",
        callback=as_engine,
        shell_complete=completed(engine_names),
        help="What the work is done on: local, ray, or one that a plugin adds. The result is the same on any.",
    )(command)
    command = click.option(
        "--workers",
        metavar="N",
        type=click.IntRange(min=1),
        show_default="all cores",
        help="Processes that read at the same time. The result is the same for any number.",
    )(command)
    command = click.option(
        "--as",
        "form",
        metavar="FORM",
        callback=as_form,
        shell_complete=completed(form_names),
        help="Take every input to be of this form instead of recognising it.",
    )(command)
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


class Asked(NamedTuple):
    """What every command that lists items may be asked."""

    countries: tuple[str, ...]
    since: str | None
    until: str | None
    publisher: str | None
    limit: int | None

    def filter(
        self,
        *,
        same: Mapping[str, str | None] | None = None,
        within: Mapping[str, str | None] | None = None,
        known: Sequence[str] = (),
    ) -> "ItemFilter":
        """The filter of a record, with words for some columns; those that were not given (None) ask nothing."""
        from bilat.record import ItemFilter

        return ItemFilter(self.countries, self.since, self.until, self.publisher, _given(same), _given(within), known)


def _given(words: Mapping[str, str | None] | None) -> dict[str, str]:
    return {name: word for name, word in (words or {}).items() if word is not None}


def item_options(command: Callable[..., None]) -> Callable[..., None]:
    """`[COUNTRY]…`, `--since`, `--until`, `--publisher`, `--limit`; the command gets them as `asked`."""

    @click.argument("countries", metavar="[COUNTRY]...", nargs=-1, callback=as_countries)
    @click.option("--since", metavar="DATE", callback=as_date, help="Only articles of this day or after.")
    @click.option("--until", metavar="DATE", callback=as_date, help="Only articles of this day or before.")
    @click.option("--publisher", metavar="NAME", help="Only what publishers with a name that holds this report.")
    @click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the first N.")
    @wraps(command)
    def with_asked(*args: Any, **given: Any) -> None:
        asked = Asked(*(given.pop(name) for name in Asked._fields))
        command(*args, asked=asked, **given)

    return with_asked


def shape_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--json`, `--jsonl`, `--csv`: at most one of them; the command gets a `shape`."""

    @click.option("--json", "as_json", is_flag=True, help="Print one JSON array of objects.")
    @click.option("--jsonl", "as_jsonl", is_flag=True, help="Print JSON Lines, one object a line.")
    @click.option("--csv", "as_csv", is_flag=True, help="Print CSV with a header, for spreadsheets.")
    @wraps(command)
    def with_shape(*args: Any, as_json: bool, as_jsonl: bool, as_csv: bool, **kwargs: Any) -> None:
        asked = [shape for shape, on in zip(_SHAPES, (as_json, as_jsonl, as_csv), strict=True) if on]
        if len(asked) > 1:
            raise click.UsageError("give one of --json, --jsonl and --csv")
        command(*args, shape=asked[0] if asked else Shape.TEXT, **kwargs)

    return with_shape
