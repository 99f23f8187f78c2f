"""Claims of one document: analysis and people → Claims. The rules in plain words: docs/claims.md."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bilat.lang.steps import alone
from bilat.lang.zh.claims.find import find_drafts, to_claim
from bilat.lang.zh.claims.line import Article
from bilat.lang.zh.claims.words import Rules

if TYPE_CHECKING:
    from bilat.lang.steps import Steps
    from bilat.lang.zh.analysis import Analysis
    from bilat.lang.zh.people import People
    from bilat.model import Claim
    from bilat.packs import Packs

__all__ = ["Rules", "claim_steps", "find_claims", "rules"]


@lru_cache(maxsize=4)
def rules(packs: Packs) -> Rules:
    """The rules for a set of packs, made once per process."""
    return Rules(packs)


def find_claims(analysis: Analysis, people: People, rules: Rules) -> list[Claim]:
    """The claims of one document, in order."""
    return alone(claim_steps(analysis, people, rules))


def claim_steps(analysis: Analysis, people: People, rules: Rules) -> Steps[list[Claim]]:
    """The same, in steps."""
    article = Article(analysis, people, rules)
    yield
    drafts = yield from find_drafts(article)
    yield
    return [to_claim(draft) for draft in drafts]
