"""The words of the interface in the reader's language: standard gettext catalogues under `locale/`, and the marks that
stand in its numbers.

Names, quotations and titles of articles are never translated.
"""

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = {"en": "English", "zh": "简体中文", "vi": "Tiếng Việt"}
"""Languages of the interface, by their codes, as they call themselves; the first is that of the message ids."""

_MARKS: Final = {"vi": str.maketrans(",.", ".,")}
"""Where the marks for thousands and decimals are others than in English."""
_TAGS: Final = {"zh": "zh-Hans"}
"""Tags of languages (BCP 47) that say more than their code."""
_FOLDER: Final = Path(__file__).parent / "locale"
_PREFERENCE: Final = re.compile(r"([A-Za-z]{1,8})(?:-[A-Za-z0-9-]{1,16})?\s*(?:;\s*q=([01](?:\.\d{1,3})?))?\Z")


@cache
def translator(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, with `gettext` and `ngettext`; message ids stay as they are where it has none."""
    if language not in LANGUAGES:
        language = next(iter(LANGUAGES))
    return gettext.translation("bilat", _FOLDER, [language], fallback=True)


def tag(language: str) -> str:
    """The tag of a language for pages and documents: `zh-Hans` for `zh`."""
    return _TAGS.get(language, language)


def numerals(number: str, language: str) -> str:
    """A number as a language writes it: `1,234.5` as `1.234,5` in Vietnamese."""
    return number.translate(_MARKS[language]) if language in _MARKS else number


def of_environment(environ: Mapping[str, str]) -> str:
    """The language that the environment asks for: `BILAT_LANG`, else, as gettext has it, `LANGUAGE` (a list, which
    counts only where the locale is not C), `LC_ALL`, `LC_MESSAGES`, `LANG`. English where these name none there is."""
    override = _known(environ.get("BILAT_LANG", ""))
    if override:
        return override
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    listed = "" if locale in {"", "C", "POSIX"} else environ.get("LANGUAGE", "")
    return _known(listed or locale) or next(iter(LANGUAGES))


def _known(locales: str) -> str:
    """The first language there is of a list like `vi_VN.UTF-8:en`; empty for none."""
    codes = (re.split(r"[_.@-]", each.strip(), maxsplit=1)[0].lower() for each in locales.split(":"))
    return next((code for code in codes if code in LANGUAGES), "")


def preferred(accepted: str) -> str:
    """The language that an `Accept-Language` header likes best of those there are; English where it likes none."""
    liked: list[tuple[float, str]] = []
    for each in accepted[:200].split(","):
        match = _PREFERENCE.match(each.strip())
        if match and match[1].lower() in LANGUAGES:
            liked.append((float(match[2] or 1), match[1].lower()))
    return max(liked, key=lambda pair: pair[0])[1] if liked else next(iter(LANGUAGES))
