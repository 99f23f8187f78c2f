"""Three pages of the site over the bundled articles, as pictures for the README: `make screens`. Needs Chromium."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import bilat
from bilat import samples
from bilat.web.serve import Wish, served

IMAGES = Path(__file__).parent / "images"
SIZE = {"width": 1200, "height": 760}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb")


def main() -> int:
    """Builds the record, opens each page, keeps what is seen of it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("no Chromium here (Debian: apt install chromium)\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "relations.bilat"
        bilat.build([samples.folder()], record, workers=1)
        with bilat.open(record) as opened:
            article = _richest(opened)
        paths = {
            "relation": "/relation/CN/VN",
            "document": f"/document/{article}",
            "figures": "/figures/trade_total?country=CN&country=VN",
        }
        with served(Wish(str(record), port=0)) as site, sync_playwright() as started:
            browser = started.chromium.launch(executable_path=chromium, args=list(FLAGS))
            page = browser.new_page(viewport=SIZE, locale="en-US", color_scheme="light", reduced_motion="reduce")  # pyright: ignore[reportArgumentType] -- the size is a TypedDict there
            for name, path in paths.items():
                _keep(page, f"{site.rstrip('/')}{path}", IMAGES / f"{name}.png")
            browser.close()
    return 0


def _richest(record: bilat.Record) -> str:
    """The article in which most was found, of those that fit on a screen."""
    found = [
        (len(reading.events) + len(reading.claims) + len(reading.phrases), doc.id) for doc, reading in record.readings()
    ]
    return max(found)[1]


def _keep(page: Page, address: str, target: Path) -> None:
    page.goto(address, wait_until="load")
    for chart in page.locator("figure.chart").all():
        page.wait_for_function("each => each.dataset.drawn === 'true'", arg=chart.element_handle())
    page.screenshot(path=target)


if __name__ == "__main__":
    raise SystemExit(main())
