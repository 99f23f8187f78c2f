"""Every table a pack may hold.

A table is declared once, in `tables/`; the loader, the checker and docs/packs.md all follow that declaration.
"""

from collections.abc import Mapping
from itertools import chain

from bilat.packs.columns import Table
from bilat.packs.tables import claims, contacts, disputes, figures, linking, phrases, spaced, undertakings

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in chain(
        contacts.TABLES,
        figures.TABLES,
        claims.TABLES,
        phrases.TABLES,
        disputes.TABLES,
        undertakings.TABLES,
        linking.TABLES,
        spaced.TABLES,
    )
}
"""By name; `NAME.tsv` in the pack's folder."""
