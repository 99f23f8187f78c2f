"""祝贺博科就任博茨瓦纳总统: who is congratulated on an office, named before it."""

import re

from bilat.lang.zh.people.line import Line
from bilat.lang.zh.people.names import surname_size
from bilat.lang.zh.people.sightings import Sighting
from bilat.lang.zh.people.titles import Title

_TAKES = re.compile(
    r"(?:祝贺|恭贺|致贺)([^,。;:、“”《》()]{2,14}?)(?:再次|再度|连续|成功|正式|顺利|高票)*"
    r"(?:当选|就任|出任|连任|担任|接任|荣任|获任|继任)(?:为|连任|新任|新一任|新一届|第[^,。;、]{1,4}任)*$"
)


def read_taker(line: Line, title: Title) -> None:
    """Keeps the name before a title that somebody takes, if no other words told of it."""
    found = _TAKES.search(line.text, line.start, title.phrase)
    if found is None:
        return
    start, end = found.span(1)
    name, tables = found[1], line.tables
    foreign = tables.sounds.issuperset(name.replace("·", "").replace("-", ""))
    native = surname_size(name, 0, tables) > 0 and len(name) < len("张氏金莲") + 1
    if not (foreign or native) or any(sighting.start == start for sighting in line.seen.names[line.first_seen :]):
        return
    sighting = Sighting(start, end, start, title, line.part, after=end)
    sighting.sure = True
    line.seen.names.append(sighting)
