"""The plugins of this installation → its readers, languages, exports and engines.

Built-ins come in through the same hooks as strangers' code: `DEFAULT_PLUGINS` first, then the installed packages of
the entry-point group `bilat`, in the order of their names. What a plugin returns is checked here, once.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

import pluggy

from bilat import hookspecs
from bilat.errors import PackError, PluginError, UsageError

if TYPE_CHECKING:
    from bilat.engines import Engine
    from bilat.exports import Export
    from bilat.lang.base import Language
    from bilat.packs import Packs
    from bilat.readers import Reader

GROUP = "bilat"
_NO = "no:"
DEFAULT_PLUGINS = ("bilat.readers", "bilat.lang.en", "bilat.lang.vi", "bilat.lang.zh")
EXPORT_PLUGINS = ("bilat.exports", "bilat.web.offline")
"""Built in too, but loaded only to write: what is read, and so what a record is made by, does not depend on them."""
ENGINE_PLUGINS = ("bilat.engines",)
"""Likewise, loaded only to build."""


@cache
def manager(extra: tuple[str, ...] = ()) -> pluggy.PluginManager:
    """All plugins: built-in, installed, and the modules named in `extra`, where `no:NAME` leaves a plugin out. Raises
    PluginError where one fails."""
    made = pluggy.PluginManager("bilat")
    made.add_hookspecs(hookspecs)
    for name in extra:
        if name.startswith(_NO):
            made.set_blocked(name.removeprefix(_NO))
    for name in (*DEFAULT_PLUGINS, *extra):
        if not name.startswith(_NO) and not made.is_blocked(name):
            _register(made, name)
    try:
        _ = made.load_setuptools_entrypoints(GROUP)
    except Exception as err:
        msg = f"an installed plugin of the group {GROUP!r} does not load: {err}"
        raise PluginError(msg) from err
    return made


def _register(plugins: pluggy.PluginManager, name: str) -> None:
    try:
        _ = plugins.register(import_module(name), name)
    except (ImportError, pluggy.PluginValidationError) as err:
        msg = f"plugin {name}: {' '.join(str(err).split())}"
        raise PluginError(msg) from err


def names(extra: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of all plugins, sorted: a record remembers them, as they decide what is read."""
    return tuple(sorted(name for name, plugin in manager(extra).list_name_plugin() if plugin is not None))


def distributions(extra: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The installed packages that plugins come from, with their versions."""
    return tuple(f"{dist.project_name} {dist.version}" for _, dist in manager(extra).list_plugin_distinfo())


def readers(extra: tuple[str, ...] = ()) -> tuple["Reader", ...]:
    """Every reader, sorted by form. Two readers of one form are an error that names both plugins."""
    return tuple(cast("dict[str, Reader]", _offered(extra, "bilat_readers", "reader", "form", "read")).values())


def languages(packs: "Packs | None" = None, extra: tuple[str, ...] = ()) -> dict[str, "Language"]:
    """Every language that is read closely, by its code, sorted. Two languages of one code are an error. Without `packs`
    the built-in ones are loaded, when a plugin asks for them."""
    found = _offered(extra, "bilat_languages", "language", "code", "read", packs=lambda: packs or _packs())
    return cast("dict[str, Language]", found)


def exports(extra: tuple[str, ...] = ()) -> dict[str, "Export"]:
    """Every format that a record can be written in, by its name, sorted. Two exports of one name are an error."""
    return cast("dict[str, Export]", _offered((*EXPORT_PLUGINS, *extra), "bilat_exports", "export", "name", "write"))


def engines(extra: tuple[str, ...] = ()) -> dict[str, "Engine"]:
    """Every engine that work can be done on, by its name, sorted. Two engines of one name are an error."""
    return cast("dict[str, Engine]", _offered((*ENGINE_PLUGINS, *extra), "bilat_engines", "engine", "name", "spread"))


def _offered(
    extra: tuple[str, ...], hook: str, kind: str, called: str, does: str, **given: Callable[[], object]
) -> dict[str, object]:
    """What plugins offer through a hook, by its attribute `called`, sorted. Raises PluginError for what has no such
    name or no method `does`, and where two have one name."""
    found: dict[str, object] = {}
    for plugin, offered in _returned(extra, hook, **given):
        name = getattr(offered, called, None)
        if not isinstance(name, str) or not callable(getattr(offered, does, None)):
            msg = f"plugin {plugin}: {offered!r} is no {kind}: it needs `{called}` and `{does}`"
            raise PluginError(msg)
        if name in found:
            msg = f"plugin {plugin}: another {kind} has the {called} {name!r} already ({found[name]!r})"
            raise PluginError(msg)
        found[name] = offered
    return dict(sorted(found.items()))


def engine(name: str, extra: tuple[str, ...] = ()) -> "Engine":
    """The engine of this name. Raises UsageError where there is none, or a package that it needs is not installed."""
    known = engines(extra)
    if name not in known:
        msg = f"no engine is called {name!r}; there are: {', '.join(known)}"
        raise UsageError(msg)
    missing = [package for package in known[name].needs if find_spec(package) is None]
    if missing:
        msg = f'the engine {name} needs {" and ".join(missing)}: pip install "bilat[{name}]"'
        raise UsageError(msg)
    return known[name]


def _packs() -> "Packs":
    from bilat.packs import load  # noqa: PLC0415 -- only when a plugin asks

    return load()


def _returned(extra: tuple[str, ...], hook: str, **given: Callable[[], object]) -> Iterator[tuple[str, object]]:
    """What each plugin returns from a hook, with the plugin's name: called one by one, so that errors name it."""
    caller = cast("pluggy.HookCaller", getattr(manager(extra).hook, hook))
    for impl in sorted(caller.get_hookimpls(), key=lambda impl: impl.plugin_name):
        try:
            returned = cast("Sequence[object]", impl.function(*(given[name]() for name in impl.argnames)))
        except PackError:
            raise
        except Exception as err:
            msg = f"plugin {impl.plugin_name}: {hook} failed: {err}"
            raise PluginError(msg) from err
        for item in returned:
            yield impl.plugin_name, item
