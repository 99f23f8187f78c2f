"""The help of commands in the language of the interface. Error lines stay English: people and scripts look for them."""

import inspect
import os
from collections.abc import Iterable, Iterator

import click

from bilat.messages import LANGUAGES, of_environment, translator
from bilat.views.lines import pad, plain, text_of, width_of, wrap

_SPACING = 2
"""Columns between a term and what is said of it."""
_VERBATIM = "\b\n"
_EXTRA = "  ["
"""What stands between the help of an option and its default."""


def N_(text: str) -> str:  # noqa: N802  # the name that extractors of messages look for
    """Marks a text that is translated where it is used."""
    return text


_DEFAULT = N_("default: ")
_CLICKS = (N_("Usage:"), N_("Options"), N_("Commands"), N_("Show this message and exit."), _DEFAULT)
"""Words of click's own."""


def language() -> str:
    """The language of the interface, from the environment."""
    return of_environment(os.environ)


def gettext(text: str) -> str:
    """A message in the language of the interface."""
    chosen = language()
    return text if chosen == next(iter(LANGUAGES)) else translator(chosen).gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """A message with a number in the language of the interface."""
    return translator(language()).ngettext(one, many, number)


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a help, each in one line: what is translated. One that begins with click's mark for it (a
    backspace) stays in its lines."""
    for each in inspect.cleandoc(text).split("\n\n"):
        yield each.removeprefix(_VERBATIM) if each.startswith(_VERBATIM) else " ".join(each.split())


class Formatter(click.HelpFormatter):
    """Writes help: in English as click does, in other languages by the columns that their characters take."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`Usage: bilat …`."""
        super().write_usage(prog, args, prefix or f"{gettext('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """The head of a section."""
        super().write_heading(gettext(heading))

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        if language() == next(iter(LANGUAGES)):
            super().write_text(text)
            return
        for at, paragraph in enumerate(paragraphs(text)):
            self.write("\n" * (at > 0))
            for line in gettext(paragraph).split("\n"):
                self._wrapped(" " * self.current_indent + line, self.current_indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = _SPACING) -> None:
        """Terms with what is said of each."""
        if language() == next(iter(LANGUAGES)):
            super().write_dl(rows, col_max, col_spacing)
            return
        listed = list(rows)
        room = min(max((width_of(term) for term, _ in listed), default=0), col_max) + col_spacing
        for term, said in listed:
            head = " " * self.current_indent + term
            indent = self.current_indent + room
            if width_of(term) > room - col_spacing:
                self.write(f"{head}\n")
                head = ""
            self._wrapped(pad(head, indent) + _said(said), indent)

    def _wrapped(self, text: str, indent: int) -> None:
        for line in wrap(plain(text), self.width, indent):
            self.write(f"{text_of(line).rstrip()}\n")


def _said(text: str) -> str:
    """The help of an option or command, with its default and what else click says of it."""
    said, extra, rest = text.partition(_EXTRA)
    if not extra:
        return gettext(said)
    return f"{gettext(said)}{extra}{'; '.join(map(_noted, rest.removesuffix(']').split('; ')))}]"


def _noted(note: str) -> str:
    """`default: (all cores)`: words in brackets are ours, others a value."""
    _, mark, value = note.rpartition(_DEFAULT)
    if not mark:
        return note
    bare = value.removeprefix("(").removesuffix(")")
    return gettext(_DEFAULT) + value.replace(bare, gettext(bare))


class Context(click.Context):
    """Whose help is written by `Formatter`."""

    formatter_class = Formatter


class Group(click.Group):
    """Commands listed with what each does, in the language of the interface."""

    context_class = Context

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with what each does."""
        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(map(len, names))
        found = [(name, command) for name in names if (command := self.get_command(ctx, name)) and not command.hidden]
        with formatter.section(N_("Commands")):
            formatter.write_dl([(name, short_help(command, limit)) for name, command in found])


def speaking(command: click.Command) -> click.Command:
    """The same command, and those under it, with a help in the language of the interface."""
    command.context_class = Context
    for under in getattr(command, "commands", {}).values():
        speaking(under)
    return command


def short_help(command: click.Command, limit: int) -> str:
    """What a command does, in one line; in English of at most `limit` columns, as click has it."""
    if language() == next(iter(LANGUAGES)):
        return command.get_short_help_str(limit)
    return gettext(command.get_short_help_str(1000))
