"""Languages that put spaces between words and capitals on names: what English and Vietnamese have in common.

Text → folded text → sentences of items (names, titles, countries, cities, days, verbs) → people → events. A language
adds its words (packs), its calendar and how its names are cut.
"""
