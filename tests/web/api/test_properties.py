"""The API asked by its own schema: whatever it says may be asked is answered as it says, whatever it says may not is
refused, and nothing breaks it."""

from pathlib import Path
from typing import Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from bilat.web.api.catalogue import CATALOGUE, PREFIX
from bilat.web.app import create_app
from bilat.web.settings import Settings

CALLED = "testserver"
"""The name by which schemathesis calls an application."""
bounded = settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def api(sample_record: Path) -> Any:
    app = create_app(Settings(sample_record, hosts=(CALLED,)))
    refusals: dict[str, Any] = {"checks": {"negative_data_rejection": {"expected-statuses": [404, 405, 414, 422]}}}
    config = cast("Any", SchemathesisConfig).from_dict(refusals)
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, config=config)


@pytest.mark.parametrize("path", [asking.path for asking in CATALOGUE])
def test_what_may_be_asked_is_answered_as_described(path: str, api: Any) -> None:
    @bounded
    @given(case=api[PREFIX + path]["GET"].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def ask(case: Any) -> None:
        query: dict[str, Any] = case.query or {}
        query.pop("cursor", None)  # no schema can say which cursors were given out,
        if "since" not in query:
            query.pop("new", None)  # or that a parameter needs another
        case.call_and_validate()

    ask()


@pytest.mark.parametrize("path", [asking.path for asking in CATALOGUE if asking.params])
def test_what_may_not_be_asked_is_refused_as_described(path: str, api: Any) -> None:
    @bounded
    @given(case=api[PREFIX + path]["GET"].as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def ask(case: Any) -> None:
        case.call_and_validate()

    ask()
