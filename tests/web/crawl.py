"""The addresses of a site, found as a visitor finds them: by its links."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

LEFT_OUT = ("/language/", "/static/", "/api")


def hrefs(html: str, page: str) -> list[str]:
    """The addresses of this site that a page leads to, with their anchors, each once."""
    found = (urljoin(page, a.attributes["href"] or "") for a in LexborHTMLParser(html).css("a[href]"))
    return list(dict.fromkeys(each for each in found if urlsplit(each).scheme == "" and each.startswith("/")))


def crawl(client: TestClient, start: Iterable[str] = ("/",), most: int = 60) -> dict[str, str]:
    """Pages that can be reached, by address: their HTML; of each kind at most so many, as filters lead to ever more.
    Fails at one that does not answer."""
    waiting, found, met = list(start), dict[str, str](), Counter[str]()
    while waiting:
        path = waiting.pop()
        if path in found or met[kind(path)] >= most:
            continue
        answer = client.get(path)
        if answer.is_redirect:
            waiting.append(answer.headers["location"])
            continue
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        found[path] = answer.text
        met[kind(path)] += 1
        waiting += [
            to
            for href in hrefs(answer.text, path)
            if not (to := href.partition("#")[0]).startswith(LEFT_OUT) and to not in found and to
        ]
    return found


def kind(path: str) -> str:
    """Which kind of page an address is of: `event/…`, `timeline`."""
    return urlsplit(path).path.split("/")[1] + ("/…" if path.count("/") > 1 else "")


def kinds(paths: Iterable[str]) -> dict[str, str]:
    """One address for each kind of page: the longest, as that of a page with most to say."""
    return {kind(path): path for path in sorted(paths, key=lambda each: (len(each), each))}
