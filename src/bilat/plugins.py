"""The plugins of this installation → its readers and languages.

Built-ins come in through the same hooks as strangers' code: `DEFAULT_PLUGINS` first, then the installed packages of
the entry-point group `bilat`, in the order of their names. What a plugin returns is checked here, once.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, cast

import pluggy

from bilat import hookspecs
from bilat.errors import PluginError

if TYPE_CHECKING:
    from bilat.lang.base import Language
    from bilat.packs import Packs
    from bilat.readers import Reader

GROUP = "bilat"
DEFAULT_PLUGINS = ("bilat.readers", "bilat.lang.zh")


@cache
def manager(extra: tuple[str, ...] = ()) -> pluggy.PluginManager:
    """All plugins: built-in, installed, and the modules named in `extra`. Raises PluginError where one fails."""
    made = pluggy.PluginManager("bilat")
    made.add_hookspecs(hookspecs)
    for name in (*DEFAULT_PLUGINS, *extra):
        _ = made.register(_module(name), name)
    try:
        _ = made.load_setuptools_entrypoints(GROUP)
    except Exception as err:
        msg = f"an installed plugin of the group {GROUP!r} does not load: {err}"
        raise PluginError(msg) from err
    return made


def _module(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as err:
        msg = f"plugin {name}: {err}"
        raise PluginError(msg) from err


def names(extra: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of all plugins, sorted: a record remembers them, as they decide what is read."""
    return tuple(sorted(name for name, plugin in manager(extra).list_name_plugin() if plugin is not None))


def readers(extra: tuple[str, ...] = ()) -> tuple["Reader", ...]:
    """Every reader, sorted by form. Two readers of one form are an error that names both plugins."""
    found: dict[str, Reader] = {}
    for plugin, reader in _all(manager(extra), "bilat_readers", lambda hook: hook()):
        form = getattr(reader, "form", None)
        if not isinstance(form, str) or not callable(getattr(reader, "read", None)):
            msg = f"plugin {plugin}: {reader!r} is no reader: it needs `form` and `read`"
            raise PluginError(msg)
        if form in found:
            msg = f"plugin {plugin}: a reader of the form {form!r} is there already ({found[form]!r})"
            raise PluginError(msg)
        found[form] = cast("Reader", reader)
    return tuple(found[form] for form in sorted(found))


def languages(packs: "Packs", extra: tuple[str, ...] = ()) -> dict[str, "Language"]:
    """Every language that is read closely, by its code. Two languages of one code are an error."""
    found: dict[str, Language] = {}
    for plugin, language in _all(manager(extra), "bilat_languages", lambda hook: hook(packs)):
        code = getattr(language, "code", None)
        if not isinstance(code, str) or not callable(getattr(language, "read", None)):
            msg = f"plugin {plugin}: {language!r} is no language: it needs `code` and `read`"
            raise PluginError(msg)
        if code in found:
            msg = f"plugin {plugin}: the language {code!r} is read already ({found[code]!r})"
            raise PluginError(msg)
        found[code] = cast("Language", language)
    return dict(sorted(found.items()))


Hook = Callable[..., Sequence[object]]


def _all(
    plugins: pluggy.PluginManager, hook: str, call: Callable[[Hook], Sequence[object]]
) -> Iterable[tuple[str, object]]:
    """What each plugin returns from a hook, with the plugin's name; called one by one so that errors name it."""
    for plugin, module in sorted(plugins.list_name_plugin(), key=lambda pair: pair[0]):
        function = getattr(module, hook, None)
        if module is None or function is None:
            continue
        try:
            returned = call(cast("Hook", function))
        except Exception as err:
            msg = f"plugin {plugin}: {hook} failed: {err}"
            raise PluginError(msg) from err
        for item in returned:
            yield plugin, item
