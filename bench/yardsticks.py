"""What others need for the same text: reading and decoding alone, and `jieba.lcut`, which merely cuts words.

    python -m bench.yardsticks PATH…       one JSON object on standard output

A process of its own, so that its memory does not count as bilat's. The text is what our readers make of the files:
headline, newline, body of every document.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import jieba

import bilat
from bilat.model import Failure


def files_below(paths: Sequence[Path]) -> list[Path]:
    """All files in the folders and files given, sorted."""
    below = (each for path in paths for each in (path.rglob("*") if path.is_dir() else [path]))
    return sorted(path for path in below if path.is_file())


def clock() -> tuple[float, float]:
    """Seconds by the wall and by the processor."""
    return time.perf_counter(), time.process_time()


def main(argv: Sequence[str]) -> int:
    """Measure and print."""
    paths = [Path(each) for each in argv]
    files = files_below(paths)
    wall, cpu = clock()
    for path in files:
        path.read_bytes().decode("utf-8", "replace")
    read = tuple(now - then for now, then in zip(clock(), (wall, cpu), strict=True))

    failures: list[Failure] = []
    texts = [doc.text for doc in bilat.read(paths, on_failure=failures.append)]
    jieba.setLogLevel(60)
    jieba.initialize()
    wall, cpu = clock()
    for text in texts:
        jieba.lcut(text)
    cut = tuple(now - then for now, then in zip(clock(), (wall, cpu), strict=True))
    said = {
        "files": len(files),
        "failures": len(failures),
        "documents": len(texts),
        "characters": sum(map(len, texts)),
        "bytes": sum(len(text.encode()) for text in texts),
        "read": {"seconds": read[0], "cpu_seconds": read[1]},
        "jieba": {"seconds": cut[0], "cpu_seconds": cut[1]},
    }
    print(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
