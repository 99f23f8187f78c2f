"""What phrases and disputes share: all their wordings in one automaton, and the countries that a sentence names."""

from bilat.lang.zh.wordings.named import Countries, Named
from bilat.lang.zh.wordings.scan import Read, Term, Wordings, wordings

__all__ = ["Countries", "Named", "Read", "Term", "Wordings", "wordings"]
