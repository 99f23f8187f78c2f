"""Agreement with the annotated articles beside the repository: date, text, and what is read for facts."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bilat.model import Document, Failure
from bilat.readers import InputFile, read_input, read_paths


def items(shared: Path, name: str) -> list[dict[str, Any]]:
    with (shared / "gold" / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def overlap(one: str, other: str) -> tuple[float, float]:
    """Precision and recall of the 4-grams of one text against another's, white space left out."""
    counts = [
        Counter(bare[i : i + 4] for i in range(len(bare) - 3)) for bare in ("".join(t.split()) for t in (one, other))
    ]
    common = (counts[0] & counts[1]).total()
    return common / counts[0].total(), common / counts[1].total()


def read_one(path: Path) -> Document:
    (doc,) = read_input(InputFile(str(path)))
    assert isinstance(doc, Document)
    return doc


def test_the_seeds_read_as_a_person_read_them(shared: Path) -> None:
    for item in items(shared, "seeds.items.jsonl"):
        doc = read_one(shared / "seeds" / Path(item["file"]).name)
        assert doc.title == item["title"]
        assert overlap(doc.text, f"{item['title']}\n{item['text']}") == (1.0, 1.0)
        if item["id"] != "seed-002":  # its page prints no date
            assert doc.published is not None
            assert doc.published.day == item["date"]


def test_raw_feed_snapshots_give_the_items_made_from_them(shared: Path, tmp_path: Path) -> None:
    raw = [item for item in items(shared, "press.items.jsonl") if "raw" in item]
    assert len(raw) == 6
    for item in raw:
        path = tmp_path / "raw"
        _ = path.write_text(item["raw"], encoding="utf-8")
        doc = read_one(path)
        assert doc.source is not None
        assert (doc.source.form, doc.url) == ("feed-snapshot", item["url"])
        assert doc.published is not None
        assert doc.published.day == item["date"]
        assert overlap(doc.text, f"{item['title']}\n{item['text']}") == (1.0, 1.0)


def test_broadcast_items_are_character_for_character_the_annotated_ones(shared: Path) -> None:
    wanted = {item["url"]: item for item in items(shared, "dev.items.jsonl")}
    days = sorted({item["date"].replace("-", "") for item in wanted.values()})
    found = {
        doc.url: doc
        for doc in read_paths([shared / "corpus" / "lianbo" / f"{day}.md" for day in days])
        if isinstance(doc, Document) and doc.url in wanted
    }
    assert set(found) == set(wanted)
    for url, item in wanted.items():
        doc = found[url]
        assert doc.text == f"{item['title']}\n{item['text']}"
        assert doc.published is not None
        assert doc.published.day == item["date"]


def test_archived_posts_give_the_items_made_from_them(shared: Path) -> None:
    paths = dict(row.split("\t")[:2] for row in (shared / "gold" / "link_dev.ids.tsv").read_text().splitlines())
    for item in items(shared, "link_dev.items.jsonl"):
        path = shared / paths[item["id"]]
        found = [doc for doc in read_paths([path]) if isinstance(doc, Document)]
        doc = next(doc for doc in found if len(found) == 1 or doc.url == item["url"])
        precision, recall = overlap(doc.text, f"{item['title']}\n{item['text']}")
        assert min(precision, recall) > 0.98, item["id"]
        assert doc.published is not None
        assert doc.published.day == item["date"], item["id"]


@pytest.mark.parametrize("name", ["dev", "press", "seeds"])
def test_no_annotated_news_stands_in_a_passage_that_is_not_read(shared: Path, name: str) -> None:
    docs = {
        doc.id: doc for doc in read_paths([shared / "gold" / f"{name}.items.jsonl"]) if not isinstance(doc, Failure)
    }
    for gold in items(shared, f"{name}.gold.jsonl"):
        doc = docs[gold["id"]]
        spans = [p.span for p in doc.read_for_facts()]
        quotes = [e["evidence"] for e in gold["events"] if not e.get("background")]
        for quote in (*quotes, *(p["name"] for p in gold["people"])):
            starts = [i for i in range(len(doc.text)) if doc.text.startswith(quote, i)]
            assert any(s.start < i + len(quote) and i < s.end for i in starts for s in spans), (gold["id"], quote)
