"""Stretches of a year in the form of the output."""

_MONTHS = 12


def stretch(year: int, first: int, last: int) -> str | None:
    """From one month to another of a year: `2024-01/2024-09`; None for what is on no calendar."""
    if not 1 <= first <= last <= _MONTHS:
        return None
    if first == last:
        return f"{year:04}-{first:02}"
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def quarters(year: int, first: int, last: int) -> str | None:
    """From one quarter to another of a year."""
    return stretch(year, 3 * first - 2, 3 * last)


def past_year(today_year: int, today_month: int, last: int) -> int:
    """The year of months without a year: this one where they are over or under way, else the one before."""
    return today_year - (last > today_month)


def years(first: int, last: int) -> str | None:
    """Several years: `2021/2025`."""
    return f"{first:04}/{last:04}" if first < last else None
