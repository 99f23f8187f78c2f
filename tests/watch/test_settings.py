"""feeds.toml: what may stand there, what is wrong with it and where."""

import re
from pathlib import Path

import pytest

from bilat.errors import UsageError
from bilat.watch.happening import WHATS
from bilat.watch.settings import ASKS, FeedSettings, Notify, Query, Settings, Watch, load

GOOD = '[[feed]]\nurl = "https://news.example/rss"\n'


def read(folder: Path, text: str) -> Settings:
    file = folder / "feeds.toml"
    file.write_text(text, "utf-8")
    return load(file)


@pytest.mark.parametrize(
    "text, line, reason",
    [
        ("", 1, "no feed"),
        ("[watch]\n", 1, "no feed"),
        ("[watch", 1, "Expected ']'"),
        (GOOD + "\nx = = 1", 4, "Invalid value"),
        ("typo = 1\n" + GOOD, 1, "unknown key 'typo'"),
        (GOOD + "[[feeds]]\n", 3, "unknown key 'feeds'"),
        ("[watch]\ndelay = 1\nrecrod = 'a'\n" + GOOD, 3, "unknown key 'recrod'"),
        (GOOD + GOOD.replace("rss", "b") + "pubisher = 'a'\n", 5, "unknown key 'pubisher'"),
        ("[watch]\ninterval = 'soon'\n" + GOOD, 2, "'interval': Expected `int`"),
        ("[watch]\ninterval = 1\n" + GOOD, 2, "'interval': Expected `int` >= 60"),
        ("[watch]\nmax_bytes = 99999999999\n" + GOOD, 2, "'max_bytes': Expected `int` <= 16777216"),
        ("[watch]\nallow_private = 'no'\n" + GOOD, 2, "'allow_private': Expected `bool`"),
        ('[watch]\nuser_agent = "a\\nX: b"\n' + GOOD, 2, "'user_agent': only printable ASCII"),
        ("[[feed]]\npublisher = 'a'\n", 1, "Object missing required field `url`"),
        ("[[feed]]\nurl = 'file:///etc/passwd'\n", 2, "only http and https"),
        ("[[feed]]\nurl = 'https://me:pw@news.example/'\n", 2, "a name or password"),
        (GOOD + "fetch = 'all'\n", 3, "'fetch': Invalid enum value 'all'"),
        (GOOD + "language = 'zh CN'\n", 3, "'language'"),
        (GOOD + GOOD, 4, "stands there twice"),
        (GOOD + "[[query]]\nname = 'a'\nwhen = 'someday'\n", 5, "'when': Invalid enum value 'someday'"),
        (GOOD + "[[query]]\nname = 'a'\nwhen = 'phrase'\ntypes = ['visit']\n", 6, "'types' means nothing for 'phrase'"),
        (GOOD + "[[query]]\nname = 'a'\nwhen = 'event'\ntypes = ['vist']\n", 6, "'types' cannot be 'vist'"),
        (GOOD + "[[query]]\nname = 'a'\nwhen = 'event'\nstatus = ['past']\n", 6, "'status' cannot be 'past'"),
        (GOOD + "[[query]]\nname = 'a'\nwhen = 'event'\ncountries = ['Atlantis']\n", 6, "called 'Atlantis'"),
        (GOOD + "[[query]]\nname = 'a'\nwhen = 'event'\n" * 2, 7, "two queries are called 'a'"),
        (GOOD + "[[notify]]\nqueries = []\n", 3, "give one of"),
        (GOOD + "[[notify]]\natom = 'a'\ncommand = ['b']\n", 4, "give one of"),
        (GOOD + "[[notify]]\ncommand = 'rm -rf'\n", 4, "'command': Expected `array`"),
        (GOOD + "[[notify]]\natom = 'a'\nqueries = ['b']\n", 5, "no query is called 'b'"),
        (GOOD + '[[notify]]\natom = "a\\u0000b"\n', 4, "control character"),
        ('[watch]\narchive = "a\\u0000b"\n' + GOOD, 2, "control character"),
        (GOOD + "[[notify]]\nwebhook = 'ftp://a/'\n", 4, "only http and https"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, reason: str):
    with pytest.raises(UsageError) as told:
        _ = read(tmp_path, text)
    assert str(told.value).startswith(f"{tmp_path / 'feeds.toml'}:{line}: ")
    assert reason in str(told.value)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path):
    with pytest.raises(UsageError, match="No such file"):
        _ = load(tmp_path / "none.toml")
    (tmp_path / "feeds.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="not UTF-8"):
        _ = load(tmp_path / "feeds.toml")


def test_paths_are_from_the_folder_of_the_file_and_countries_are_codes(tmp_path: Path):
    text = (
        GOOD
        + "[[query]]\nname = 'a'\nwhen = 'phrase'\ncountries = ['中国', 'vietnam']\n[[notify]]\natom = 'x/news.xml'\n"
    )
    found = read(tmp_path, text)
    assert found.watch.archive == str(tmp_path / "archive")
    assert found.notify[0].atom == str(tmp_path / "x/news.xml")
    assert found.query[0].countries == ("CN", "VN")


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs/watch.md").read_text("utf-8")


@pytest.mark.parametrize(
    "heading, table",
    [("watch", Watch), ("feed", FeedSettings), ("query", Query), ("notify", Notify)],
    ids=["w", "f", "q", "n"],
)
def test_every_key_stands_in_the_docs_and_no_other(page: str, heading: str, table: type[Watch]):
    part = re.split(
        r"(?m)^##+ ", page.partition(f"### `[{heading}]`" if heading == "watch" else f"### `[[{heading}]]`")[2]
    )[0]
    keys = list(dict.fromkeys(re.findall(r"(?m)^\| `(\w+)` \|", part)))
    assert [key for key in keys if key not in ASKS] == list(table.__struct_fields__)


def test_every_default_stands_in_the_docs(page: str):
    for table in (Watch, FeedSettings, Notify):
        for key, value in zip(reversed(table.__struct_fields__), reversed(table.__struct_defaults__), strict=False):
            if value not in ("", (), None):
                written = f'"{value}"' if isinstance(value, str) else str(value).lower()
                assert f"| `{key}` | `{written}` |" in page


def test_every_kind_of_query_and_of_happening_stands_in_the_docs(page: str):
    assert [word for word in (*ASKS, *WHATS) if f"\n| `{word}` |" not in page] == []


def test_the_example_of_the_docs_is_right(page: str, tmp_path: Path):
    lines = page.partition("    # feeds.toml\n")[2].partition("\n## ")[0]
    found = read(tmp_path, re.sub(r"(?m)^    ", "", lines))
    assert [query.when for query in found.query] == ["visit_announced", "phrase"]
    assert len(found.feed) == len(found.notify) == 2
