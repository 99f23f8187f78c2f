"""The type of the fixture `read`."""

from collections.abc import Callable

from bilat.lang.base import Findings

Read = Callable[..., Findings]
"""Language, headline, body, day, publisher → what is found."""
