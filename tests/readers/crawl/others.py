"""Pages of news sites that are no articles: front pages, tags, searches, walls, errors, notices."""

from collections.abc import Callable, Iterator
from html import escape

from tests.readers.crawl.page import Page, new_page
from tests.readers.crawl.stories import LANGUAGES, story

Other = Callable[[Page], tuple[str, str]]


def _site(page: Page, title: str, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><nav>{page.nav()}</nav>'
        f"{body}<footer>{page.word('rights')}</footer></body></html>"
    )


def front(page: Page) -> tuple[str, str]:
    return "/", _site(
        page, page.story.publisher, f"<main>{page.links(30)}<p>{escape(page.story.paragraphs[0])}</p></main>"
    )


def tag(page: Page) -> tuple[str, str]:
    rows = "".join(
        f'<article><h2><a href="{o.path}">{escape(o.headline)}</a></h2><time datetime="{o.day}">{o.day}</time><p>{escape(o.paragraphs[0])}</p></article>'
        for o in page.others(8)
    )
    return "/tag/trade", _site(page, "#trade", f"<main><h1>trade</h1>{rows}</main>")


def section(page: Page) -> tuple[str, str]:
    rows = "".join(
        f'<div class="c"><a href="{o.path}"><h3>{escape(o.headline)}</h3></a><div>{escape(o.paragraphs[0])}</div></div>'
        for o in page.others(12)
    )
    return "/world/asia", _site(page, page.word("news"), f'<div class="list">{rows}</div>')


def search(page: Page) -> tuple[str, str]:
    return "/search?q=trade", _site(
        page, page.word("more"), f"<h1>{page.word('more')}</h1><form><input name='q'></form>{page.links(20)}"
    )


def login(page: Page) -> tuple[str, str]:
    form = "<form><input name='user'><input type='password' name='p'><button>OK</button></form>"
    return "/account/login", _site(
        page, page.word("home"), f"<h1>{page.word('home')}</h1><p>{page.word('cookies')}</p>{form}"
    )


def missing(page: Page) -> tuple[str, str]:
    """An error that answers 200, with the day of the visit on it."""
    return "/news/2024/05/01/gone.html", _site(
        page, "404 Not Found", f"<h1>404</h1><p>{page.word('cookies')}</p><p>{page.word('pay')}</p>"
    )


def wall(page: Page) -> tuple[str, str]:
    return "/news/consent", _site(
        page,
        page.story.publisher,
        f"<div><h2>Cookies</h2><p>{page.word('cookies')}</p><p>{page.word('pay')}</p><button>OK</button></div>",
    )


def gallery(page: Page) -> tuple[str, str]:
    pictures = "".join(f'<figure><img src="{at}.jpg"><figcaption>{at}/9</figcaption></figure>' for at in range(9))
    return "/photos/123", _site(page, escape(page.story.headline), f"<h1>{escape(page.story.headline)}</h1>{pictures}")


def contact(page: Page) -> tuple[str, str]:
    return "/about/contact", _site(
        page,
        page.word("about"),
        f"<h1>{page.word('about')}</h1><p>{page.word('comment')}</p><p>Tel. 123 456, 1 Main Street.</p>",
    )


def video(page: Page) -> tuple[str, str]:
    return "/video/55", _site(
        page,
        escape(page.story.headline),
        f"<h1>{escape(page.story.headline)}</h1><video src='a.mp4'></video>{page.links(12)}",
    )


OTHERS: tuple[Other, ...] = (front, tag, section, search, login, missing, wall, gallery, contact, video)


def others() -> Iterator[tuple[str, str, bytes]]:
    """Name, address and bytes of each, in each language."""
    for row, make in enumerate(OTHERS):
        for column, language in enumerate(LANGUAGES):
            page = new_page(story(9000 + row * 10 + column, language))
            path, html = make(page)
            yield f"{make.__name__}-{language}", f"https://{page.story.host}{path}", html.encode()
