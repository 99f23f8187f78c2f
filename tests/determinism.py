"""Does this interpreter, here and now, make the record that it should? `python -m tests.determinism`

Prints the digest of the record of the bundled articles and a hash of all its exports in text, and compares them with
those kept beside this file; `--update` keeps the new ones, after a change of rules, packs, samples or formats.
"""

import json
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Final

import bilat
from bilat import samples
from bilat.exports import Asked, save
from bilat.plugins import exports

KEPT: Final = Path(__file__).with_suffix(".json")
WRITTEN: Final = ("csv", "jsonl", "plover", "graphml", "gexf", "ics", "atom")


def made(folder: Path, articles: Path | None = None) -> dict[str, str]:
    """The record's digest and the hash of its exports, in the order of their names, wherever the articles lie."""
    path = folder / "relations.bilat"
    lies = articles or samples.folder()
    _ = bilat.build([lies], path, workers=1)
    hashed = blake2b(digest_size=16)
    formats = exports()
    with bilat.open(path) as record:
        for name in WRITTEN:
            target = folder / f"out{formats[name].suffix}"
            save(formats[name], record, Asked(), target)
            files = sorted(target.rglob("*")) if target.is_dir() else [target]
            for file in files:
                said = file.read_bytes().replace(f"{lies}/".encode(), b"")  # exports name the files of a document
                hashed.update(f"{name} {file.name if target.is_dir() else ''}\n".encode() + said)
            target.rename(folder / f"{name}.done")
        return {"record": record.digest, "exports": hashed.hexdigest()}


def main(arguments: list[str]) -> int:
    """0 when the digests are those kept."""
    with tempfile.TemporaryDirectory() as folder:
        now = made(Path(folder))
    if "--update" in arguments:
        _ = KEPT.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    same = now == kept
    version = ".".join(map(str, sys.version_info[:3]))
    sys.stdout.write(f"Python {version} {json.dumps(now)} {'as kept' if same else f'kept: {json.dumps(kept)}'}\n")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
