"""Namings of many documents → actors: which names, seen with a country, are one person.

A person of a document is known by a name and a country; those are one over all documents from the start (`local`).
Two of them are joined when something says so, and nothing against it:

1. `alias`: both stand beside one name in another script (武文赏, 武文上: Vo Van Thuong), or one is that;
2. `spelling`: the packs list them as spellings of one name;
3. `short`: one is the last part of the other's full name, and no other full name of that country ends so;
4. `sound`: they sound alike, and were seen in one office of one country within a year of each other;
5. `reading`: one is how the other, in characters, is read in another language;
6. `country`: one is the same name without a country, and only one country has that name.

Against it speaks a document that names both as different people. Of two that could each be joined with a third, but
not with each other, the likelier is (the order above, then the office, then how alike they sound).

`tally` counts what documents say of a local, `grounds` holds the six rules, `groups` joins, `tenures` tells who was
seen in which office. `unite` does it for all namings at once, `relink` for the documents that came and went.
"""

from bilat.link.actors.relink import Store, relink
from bilat.link.actors.unite import Actors, unite

__all__ = ["Actors", "Store", "relink", "unite"]
