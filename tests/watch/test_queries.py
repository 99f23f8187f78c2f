"""What saved queries find in a record."""

from pathlib import Path

import pytest

import bilat
from bilat.build import build
from bilat.record import Record
from bilat.watch.queries import Match, keys, matches, news
from bilat.watch.settings import ASKS, Query
from tests.watch.server import article

PAGES = {
    "announced": article(
        "林海将访问越南",
        "【远山通讯社北京12月1日电】外交部发言人1日宣布：应越南外交部长陈山邀请，中国外交部长林海将于2023年12月12日至13日访问越南。",
        "2022年中越双边贸易额达1756亿美元。",
    ),
    "met": article(
        "林海会见陈山",
        "【远山通讯社河内12月12日电】中国外交部长林海2023年12月12日在河内会见越南外交部长陈山。",
        "林海表示，中方愿同越方深化政治互信，推动两国合作。",
        "陈山表示，越方愿扩大贸易。中国和越南正在考虑修建跨境铁路。",
    ),
    "other": article(
        "韩宁谈气候",
        "【远山通讯社北京12月2日电】中国副总理韩宁表示，中国将发展可再生能源。",
    ),
    "figure": article("陈山谈贸易", "越南外交部长陈山说，2022年中越双边贸易额达2300亿美元，两国将巩固政治互信。"),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, page in PAGES.items():
        day = "2023-12-13" if name == "met" else "2023-12-02"
        (folder / f"{day}-{name}.html").write_text(
            page.replace("</head>", f'<link rel="canonical" href="https://{name}.example/{name}"></head>'), "utf-8"
        )
    _ = build([folder], folder / "r.bilat", workers=1)
    return folder / "r.bilat"


def ask(record: Path, when: str, **asked: tuple[str, ...]) -> list[Match]:
    with Record(record) as opened:
        return list(matches(opened, Query("q", when, **asked)).values())  # type: ignore[arg-type]


def quotes(found: list[Match]) -> str:
    return " ".join(match.quote for match in found)


PAIR = ("CN", "VN")


def test_a_visit_that_is_announced_is_found_with_the_words_that_announce_it(record: Path):
    (visit,) = ask(record, "visit_announced", countries=PAIR)
    assert visit.quote == "中国外交部长林海将于2023年12月12日至13日访问越南"
    assert visit.url == "https://announced.example/announced"
    assert visit.found()["status"] == "planned"
    assert ask(record, "visit_announced", countries=("CN", "JP")) == []


@pytest.mark.parametrize(
    "asked, number",
    [
        ({"types": ("meeting",)}, 1),
        ({"types": ("meeting", "visit")}, 2),
        ({"types": ("call",)}, 0),
        ({"people": ("陈山",)}, 1),
        ({"people": ("林海", "陈山")}, 2),
        ({"people": ("韩宁",)}, 0),
        ({"status": ("held",)}, 1),
        ({"status": ("held", "planned")}, 2),
        ({"publishers": ("MET",)}, 1),
        ({"publishers": ("nobody",)}, 0),
        ({"words": ("會見",)}, 1),
        ({"words": ("会见", "宣布", "访问")}, 2),
    ],
    ids=str,
)
def test_an_event_is_found_by_all_that_is_asked(record: Path, asked: dict[str, tuple[str, ...]], number: int):
    assert len(ask(record, "event", countries=PAIR, **asked)) == number


def test_claims_of_a_relation_are_not_all_that_a_country_says(record: Path):
    assert "韩宁" in quotes(ask(record, "claim", countries=("CN",)))
    of_pair = quotes(ask(record, "claim", countries=PAIR))
    assert "韩宁" not in of_pair
    assert "中方愿同越方深化政治互信" in of_pair
    assert "陈山" in quotes(ask(record, "claim", countries=PAIR, people=("陳山",)))
    assert "林海" not in quotes(ask(record, "claim", countries=PAIR, people=("陳山",)))


def test_figures_are_found_by_measure_and_told_in_a_line(record: Path):
    found = ask(record, "figure", countries=PAIR, measures=("trade_total",))
    assert sorted(match.summary.partition(" (")[0] for match in found) == [
        "trade_total CN VN 2022 175,600,000,000 USD",
        "trade_total CN VN 2022 230,000,000,000 USD",
    ]
    assert ask(record, "figure", countries=PAIR, measures=("tourists",)) == []


def test_a_disagreement_names_the_values_and_who_gives_them(record: Path):
    (quarrel,) = ask(record, "discrepancy", countries=PAIR)
    assert "175600000000 (announced.example) / 230000000000 (figure.example)" in quarrel.summary
    assert ask(record, "discrepancy", countries=PAIR, kinds=("moved",)) == []


def test_phrases_are_found_by_part_of_them_in_either_script(record: Path):
    (phrase,) = ask(record, "phrase", words=("互信",))
    assert phrase.key == "政治互信"
    assert [match.key for match in ask(record, "phrase", words=("政治互信",), publishers=("figure",))] == ["政治互信"]
    assert ask(record, "phrase", publishers=("nobody",)) == []


def test_an_undertaking_is_found(record: Path):
    assert "铁路" in quotes(ask(record, "undertaking", words=("鐵路",)))


@pytest.mark.parametrize("when", ASKS)
def test_what_is_known_is_no_news_and_the_keys_last(record: Path, when: str, tmp_path: Path):
    query = Query("q", when)  # type: ignore[arg-type]
    again = tmp_path / "again.bilat"
    _ = build([record.parent], again, workers=1)
    with Record(record) as first, Record(again) as second:
        known = keys(matches(first, query))
        assert known
        assert keys(matches(second, query)) == known
        assert news(second, query, known) == []
        assert len(news(second, query, set())) == len(matches(second, query))


def test_every_match_has_its_words(record: Path):
    with bilat.open(record) as opened:
        for when in ASKS:
            for match in matches(opened, Query("q", when)).values():  # type: ignore[arg-type]
                assert match.quote
                assert "\n" not in match.summary
                assert match.found()
