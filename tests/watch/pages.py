"""A site with a feed of pages to poll."""

from tests.watch.server import Site, article, item, rss

NEWS = article("林海会见白桦", "外交部长林海今天在河内会见松国外长白桦，双方就贸易交换意见。")


def publish(site: Site, *paths: str, **headers: str) -> None:
    """A feed of pages, all there."""
    site.put("/feed.xml", rss(*(item(site.url(path)) for path in paths)), 200, **headers)
    for path in paths:
        site.put(path, NEWS + path)
