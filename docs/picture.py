"""Draws docs/images/timeline.svg from what the commands print today: `.venv/bin/python docs/picture.py`.

It builds a record from the bundled articles and keeps the output of `bilat timeline` as a terminal shows it, colours
and all. Nothing in the picture comes from the network.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from bilat import samples

COMMAND = ("timeline", "CN", "VN", "--since", "2023-12-12", "--limit", "6")
COLUMNS = 100
PICTURE = Path(__file__).parent / "images" / "timeline.svg"
FRAME = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", "PingFang SC",
"Microsoft YaHei", monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""
"""rich's own frame without its web font."""


def run(*words: str | Path) -> str:
    """What a command prints on a terminal of COLUMNS columns."""
    env = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "bilat", *map(str, words)]
    done = subprocess.run(command, env=env, check=True, capture_output=True)  # noqa: S603  # our own command
    return done.stdout.decode("utf-8")


def main() -> None:
    """Build, print, draw."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "demo.bilat"
        _ = run("build", samples.folder(), "-o", record)
        printed = run(*COMMAND, "--record", record)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True)
        console.print(Text("$ bilat " + " ".join(COMMAND), style="bold"))
        console.print(Text.from_ansi(printed.rstrip()))
        drawn = console.export_svg(title="bilat", theme=MONOKAI, code_format=FRAME, unique_id="bilat")
    PICTURE.parent.mkdir(exist_ok=True)
    _ = PICTURE.write_text("\n".join(line.rstrip() for line in drawn.splitlines()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
