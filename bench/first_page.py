"""How long the first page takes in a browser: from the moment its address is opened until it can be read and used.

`cold` is opened as soon as the port of a server that starts is there, and waits for the rest of its start; `warm` comes
later. The browser's own cache is empty each time. Measured by the browser (Navigation Timing, Paint Timing): `usable`
when the document is there with its scripts run (DOMContentLoaded), `painted` when text is first seen.
"""

import shutil
from collections.abc import Sequence
from statistics import median
from typing import Any, Final

from bench.serving import free_port, running

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
STARTS: Final = 5
"""Servers that are started, one after the other; each is visited cold once and then as often warm."""
_TOLD: Final = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return page.domContentLoadedEventEnd > 0 && paint ? [page.domContentLoadedEventEnd, paint.startTime] : null;
}"""


def first_page(serve: Sequence[str]) -> dict[str, Any] | None:
    """Milliseconds at the median, and the worst, of the first page of a server that these words start (a port follows
    them); None where no Chromium or no Playwright is there to look at it."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- not everybody who measures has a browser
    except ImportError:
        return None
    if path is None:
        return None
    cold: list[list[float]] = []
    warm: list[list[float]] = []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        _ = _visit(browser, "data:text/html,<p>a")
        for _ in range(STARTS):
            port = free_port()
            with running([*serve, str(port)], port, visited=False):
                each = [_visit(browser, f"http://127.0.0.1:{port}/") for _ in range(STARTS)]
                cold.append(each[0])
                warm += each[1:]
        browser.close()
    return {"cold": _summary(cold), "warm": _summary(warm)}


def _visit(browser: Any, address: str) -> list[float]:
    """Milliseconds until a page is usable, and until it is painted, for who was never here."""
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(address)
    told = page.wait_for_function(_TOLD).json_value()
    context.close()
    return told


def _summary(visits: Sequence[Sequence[float]]) -> dict[str, float]:
    usable, painted = zip(*visits, strict=True)
    return {
        "usable_ms": round(median(usable), 1),
        "painted_ms": round(median(painted), 1),
        "worst_ms": round(max(*usable, *painted), 1),
    }


def render(found: dict[str, Any] | None) -> str:
    """The lines of docs/speed.md."""
    if found is None:
        return "first page in a browser: not measured (no Chromium)"
    return "\n".join(
        f"first page in Chromium, {name}: usable after {row['usable_ms']:.0f} ms, painted after"
        f" {row['painted_ms']:.0f} ms (medians), {row['worst_ms']:.0f} ms at worst"
        for name, row in found.items()
    )
