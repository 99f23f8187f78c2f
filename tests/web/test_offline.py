"""The copy of the site as files: whole, closed in itself, the same twice."""

import posixpath
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

import bilat
from bilat.exports import Asked
from bilat.plugins import exports
from bilat.web.offline.places import file_of, kept, way

KINDS = {"index", "timeline", "relation", "event", "document", "person", "figures", "phrase", "mechanism", "static"}


def copied(record: Path, target: Path, asked: Asked | None = None) -> Path:
    target.mkdir()
    with bilat.open(record) as opened:
        exports()["site"].write(opened, asked or Asked(), target)
    return target


@pytest.fixture(scope="session")
def whole(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(sample_record, tmp_path_factory.mktemp("copy") / "site")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def addresses(html: str) -> Iterator[str]:
    for node in LexborHTMLParser(html).css("[href], [src], [action]"):
        yield from (value for name in ("href", "src", "action") if (value := node.attributes.get(name)) is not None)


def test_every_kind_of_page_is_there(whole: Path) -> None:
    assert {name.partition("/")[0].partition(".")[0] for name in files(whole)} >= KINDS


def test_every_link_leads_to_a_file_of_the_copy(whole: Path) -> None:
    there = files(whole)
    lost: list[str] = []
    for name, body in there.items():
        for address in addresses(body.decode()) if name.endswith(".html") else ():
            parts = urlsplit(unescape(address))
            if parts.scheme in {"http", "https"} or address.startswith("#"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            if parts.path.startswith("/") or target not in there:
                lost.append(f"{name}: {address}")
    assert lost == []


def test_links_to_quotations_land_on_an_anchor(whole: Path) -> None:
    there = {name: body.decode() for name, body in files(whole).items() if name.endswith(".html")}
    led = 0
    for name, html in there.items():
        for address in addresses(html):
            path, _, anchor = unescape(address).partition("#")
            if "document/" in path and anchor.startswith("c"):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
                assert f'id="{anchor}"' in there[target], f"{name}: {address}"
                led += 1
    assert led > 100


def test_nothing_in_it_asks_a_server(whole: Path) -> None:
    for name, body in files(whole).items():
        if name.endswith(".html"):
            assert b"<form" not in body, name
            assert b"/api/" not in body, name


def test_two_copies_are_the_same(whole: Path, sample_record: Path, tmp_path: Path) -> None:
    assert files(copied(sample_record, tmp_path / "again")) == files(whole)


def test_a_copy_takes_the_place_of_an_earlier_one_and_of_nothing_else(whole: Path) -> None:
    assert {path.name for path in whole.iterdir()} <= exports()["site"].files
    assert "notes.txt" not in exports()["site"].files


def test_of_two_countries_only_what_is_about_them(sample_record: Path, tmp_path: Path) -> None:
    there = files(copied(sample_record, tmp_path / "pair", Asked(countries=("CN", "VN"))))
    with bilat.open(sample_record) as record:
        wanted = {event.id for event in record.events(countries=("CN", "VN"))}
        others = {event.id for event in record.events()} - wanted
    copied_events = {Path(name).stem for name in there if name.startswith("event/") and name.count("/") == 1}
    assert copied_events <= wanted
    assert not copied_events & others
    assert "relation/CN/VN.html" in there
    assert [name for name in there if name.startswith("relation/")] == ["relation/CN/VN.html"]


@pytest.mark.parametrize(
    "address, file",
    [
        ("/", "index.html"),
        ("/timeline?country=CN&country=VN", "timeline/country-CN.country-VN.html"),
        ("/event/ab12/compare?by=side", "event/ab12/compare/by-side.html"),
        ("/static/style.css?1234", "static/style.css"),
    ],
)
def test_a_plain_address_is_its_own_file(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize("name", ["..", ".", "a/../../b", "一带一路", "con.", "a\\b", "x" * 300, "\x00", "-", "~"])
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    from urllib.parse import quote

    made = file_of(f"/phrase/{quote(name, safe='')}")
    assert made.startswith("phrase/")
    assert made.isascii()
    assert ".." not in made.split("/")
    assert len(made.rpartition("/")[2]) < 100


@pytest.mark.parametrize("address", ["/api/events", "/search?q=x", "/review", "/language/zh", "/timeline?type=visit"])
def test_what_only_a_server_can_answer_is_not_copied(address: str) -> None:
    assert not kept(address)


def test_the_way_from_page_to_page_is_relative() -> None:
    assert way("event/1.html", "document/2.html") == "../document/2.html"
    assert way("index.html", "static/style.css") == "static/style.css"
