"""Strangers' code comes in by the same doors as our own, and its mistakes carry its name."""

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from bilat import plugins
from bilat.build.fingerprint import fingerprint
from bilat.errors import PluginError
from bilat.hookspecs import hookimpl
from tests.build.notes import PLUGINS
from tests.build.stub_plugin import Notes, Simple


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, ...]]:
    """Makes a plugin of functions, and returns what to ask for it with."""

    def make(**hooks: Callable[..., object]) -> tuple[str, ...]:
        made = ModuleType("made_up")
        for name, function in hooks.items():
            setattr(made, name, hookimpl(function))
        monkeypatch.setitem(sys.modules, "made_up", made)
        plugins.manager.cache_clear()
        return ("made_up", *PLUGINS[1:])

    return make


Module = Callable[..., tuple[str, ...]]


def test_built_in_forms_and_languages_are_there_sorted():
    forms = [reader.form for reader in plugins.readers()]
    assert forms == sorted(forms)
    assert "jsonl" in forms
    assert "bilat.readers" in plugins.names()
    assert list(plugins.languages(extra=PLUGINS)) == ["xx"]


def test_a_plugin_adds_a_form_and_another_can_be_left_out(module: Module):
    def notes() -> list[object]:
        return [Notes()]

    extra = module(bilat_readers=notes)
    assert "note" in [reader.form for reader in plugins.readers(extra)]
    assert [reader.form for reader in plugins.readers((*extra, "no:bilat.readers"))] == ["note"]


def test_a_language_is_given_the_packs_only_when_it_asks_for_them(module: Module):
    def languages(packs: object) -> list[object]:
        assert packs == "packs"
        return [Simple()]

    extra = module(bilat_languages=languages)
    assert list(plugins.languages("packs", extra)) == ["xx"]  # pyright: ignore[reportArgumentType]


def test_a_plugin_that_is_not_there_is_named():
    with pytest.raises(PluginError, match="plugin not_there_at_all: No module named"):
        _ = plugins.readers(("not_there_at_all",))


def test_what_is_no_reader_is_named_with_its_plugin(module: Module):
    def wrong() -> list[object]:
        return ["a text"]

    with pytest.raises(PluginError, match=r"plugin made_up: 'a text' is no reader: it needs `form` and `read`"):
        _ = plugins.readers(module(bilat_readers=wrong))


def test_what_is_no_language_is_named_with_its_plugin(module: Module):
    def wrong() -> list[object]:
        return [Notes()]

    with pytest.raises(PluginError, match=r"plugin made_up: .* is no language"):
        _ = plugins.languages(extra=module(bilat_languages=wrong))


def test_two_of_one_kind_are_refused(module: Module):
    def readers() -> list[object]:
        return [Notes(), Notes()]

    def languages() -> list[object]:
        return [Simple(), Simple()]

    extra = module(bilat_readers=readers, bilat_languages=languages)
    with pytest.raises(PluginError, match="another reader has the form 'note' already"):
        _ = plugins.readers(extra)
    with pytest.raises(PluginError, match="another language has the code 'xx' already"):
        _ = plugins.languages(extra=extra)


def test_a_hook_that_fails_is_named_with_its_plugin(module: Module):
    def failing() -> list[object]:
        raise ValueError("no such dictionary")

    with pytest.raises(PluginError, match="plugin made_up: bilat_readers failed: no such dictionary"):
        _ = plugins.readers(module(bilat_readers=failing))


def test_a_hook_with_an_argument_that_is_not_offered_is_refused(module: Module):
    def greedy(everything: object) -> list[object]:
        return [everything]

    with pytest.raises(PluginError, match=r"plugin made_up: .*'everything'"):
        _ = plugins.readers(module(bilat_readers=greedy))


def test_readings_depend_on_the_plugins():
    assert fingerprint(PLUGINS) != fingerprint()
    assert fingerprint() == fingerprint()


class Nothing:
    name = "nothing"

    def write(self, record: object, asked: object, target: object) -> None: ...


def test_a_plugin_adds_a_format_to_write_and_built_in_ones_decide_nothing_that_is_read(module: Module):
    def exports() -> list[object]:
        return [Nothing()]

    assert {"csv", "parquet"} < set(plugins.exports())
    assert "nothing" in plugins.exports(module(bilat_exports=exports))
    assert "bilat.exports" not in plugins.names()


def test_what_is_no_export_or_has_a_name_that_is_taken_is_refused(module: Module):
    def wrong() -> list[object]:
        return ["a text"]

    def twice() -> list[object]:
        return [Nothing(), Nothing()]

    with pytest.raises(PluginError, match="plugin made_up: 'a text' is no export: it needs `name` and `write`"):
        _ = plugins.exports(module(bilat_exports=wrong))
    with pytest.raises(PluginError, match="another export has the name 'nothing' already"):
        _ = plugins.exports(module(bilat_exports=twice))
