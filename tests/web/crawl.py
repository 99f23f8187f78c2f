"""The addresses of a site, found as a visitor finds them: by its links."""

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

LEFT_OUT = ("/language/", "/static/", "/api")


def hrefs(html: str, page: str) -> list[str]:
    """The addresses of this site that a page leads to, with their anchors, each once."""
    found = (urljoin(page, a.attributes["href"] or "") for a in LexborHTMLParser(html).css("a[href]"))
    return list(dict.fromkeys(each for each in found if urlsplit(each).scheme == "" and each.startswith("/")))


def crawl(client: TestClient, start: Iterable[str] = ("/",), most: int = 4000) -> dict[str, str]:
    """Every page that can be reached, by its address: its HTML. Fails at one that does not answer, or at too many."""
    waiting, found = list(start), dict[str, str]()
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        answer = client.get(path)
        if answer.is_redirect:
            waiting.append(answer.headers["location"])
            continue
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        found[path] = answer.text
        assert len(found) <= most, "more pages than a sample record should have"
        waiting += [
            to
            for href in hrefs(answer.text, path)
            if not (to := href.partition("#")[0]).startswith(LEFT_OUT) and to not in found and to
        ]
    return found


def kinds(paths: Iterable[str]) -> dict[str, str]:
    """One address for each kind of page: the longest, as that of a page with most to say."""
    found: dict[str, str] = {}
    for path in sorted(paths, key=lambda each: (len(each), each)):
        found[urlsplit(path).path.split("/")[1] + ("/…" if path.count("/") > 1 else "")] = path
    return found
