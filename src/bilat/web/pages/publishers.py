"""Publishers: what the record has of each, and what only one of them tells."""

from typing import Final

from bilat.web.asked import Asked
from bilat.web.page import Page, Paths


def publishers(asked: Asked) -> Page:
    """Every publisher, those of most documents first."""
    return Page("publishers.html", {"rows": asked.record.publishers()})


PATHS: Final[Paths] = (("/publishers", publishers),)
