"""Which addresses are asked, and which never."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.errors import UsageError
from bilat.watch.address import checked, host_of, is_public, origin_of
from bilat.watch.archive import folder_of


@pytest.mark.parametrize(
    "url, kept",
    [
        ("HTTP://News.Example:80/a b?q=河#top", "http://news.example/a%20b?q=%E6%B2%B3"),
        (" https://新闻.example/路 ", "https://新闻.example/%E8%B7%AF"),
        ("http://news.example", "http://news.example/"),
    ],
)
def test_an_address_has_one_form(url: str, kept: str):
    assert checked(url) == checked(kept)
    assert "#" not in checked(url)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://news.example/a",
        "gopher://news.example/",
        "javascript:alert(1)",
        "data:text/html,a",
        "//news.example/a",
        "/a",
        "",
        "http://",
        "http:///a",
        "http://me:secret@news.example/",
        "http://me@news.example/",
        "http://news.example:0/",
        "http://news.example:99999/",
        "http://news.example:port/",
        "http://a\r\nHost: b/",
        "http://a\x00b/",
        "http://[::1/",
        "http://１２７.0.0.1/",
        "http://0177.0.0.1/",
        "http://news.example/" + "a" * 5000,
    ],
)
def test_what_is_never_asked_is_refused(url: str):
    with pytest.raises(UsageError):
        _ = checked(url)


def test_a_relative_address_is_taken_from_its_base_and_checked_too():
    assert checked("../b?c", "https://news.example/x/y/a") == "https://news.example/x/b?c"
    with pytest.raises(UsageError):
        _ = checked("file:///etc/passwd", "https://news.example/")


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_no_text_is_too_strange_for_an_address(text: str):
    for url in (text, f"http://{text}/", f"http://news.example/{text}"):
        try:
            found = checked(url)
        except UsageError:
            continue
        assert found.startswith(("http://", "https://"))
        assert checked(found) == found
        assert origin_of(found).startswith("http")
        assert folder_of(host_of(found)).strip(".")


PRIVATE = """
0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1
192.168.1.1 198.18.0.1 203.0.113.7 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:7f00:1
64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2002:a00:1:: fc00::1 fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2001:db8::1
2001:0:a00:1::1 168.63.129.16 ::ffff:168.63.129.16 100.100.100.200 fd00:ec2::254 ::127.0.0.1 64:ff9b:1::a00:1 not-an-address 127.0.0.1.example
"""
PUBLIC = "1.1.1.1 93.184.215.14 2606:4700:4700::1111 ::ffff:1.1.1.1 64:ff9b::101:101"


@pytest.mark.parametrize("address", PRIVATE.split())
def test_no_address_of_a_private_network_is_public(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_addresses_of_the_open_network_are_public(address: str):
    assert is_public(address)


@pytest.mark.parametrize("host", ["..", ".", "../../etc", "a/b", "a\\b", "[::1]:80", "", ".hidden", "x" * 400])
def test_a_host_makes_a_harmless_folder(host: str):
    name = folder_of(host)
    assert name
    assert not name.startswith(".")
    assert not set(name) & set('/\\:[]*?"<>|')
    assert len(name) <= 120
