"""How high a contact is."""

from enum import StrEnum


class Level(StrEnum):
    """The level of an event, the highest first. Offices have one too; those of scholars, companies and clubs do not."""

    LEADERS = "leaders"
    """Heads of state, of government or of a ruling party; heads of the UN, the EU, the AU and NATO."""
    MINISTERS = "ministers"
    """Ministers, heads of foreign and security policy, deputies of leaders, speakers of parliaments; heads of other
    international organisations."""
    OFFICIALS = "officials"
    """Vice ministers, envoys, governors, members of parliaments, officers, heads of agencies."""
    UNKNOWN = "unknown"
    """No office of those who take part is known."""
