"""What a record holds in memory while it is written does not grow with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from bilat.record import Writer

DOCUMENTS = 20_000
UNLINK = """
import sys
from pathlib import Path
from bilat.record import Writer

def held():
    return int(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")).split()[1])

writer = Writer(Path(sys.argv[1]))
writer.connection.execute("PRAGMA cache_size = -2048")
writer.begin()
before = held()
writer.unlink()
linked = writer.connection.execute("SELECT count(*) FROM documents WHERE linked").fetchone()[0]
print(held() - before, linked)
writer.rollback()
writer.close()
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell what a process holds")
def test_forgetting_what_linking_wrote_holds_no_copy_of_the_documents(tmp_path: Path):
    path = tmp_path / "r.bilat"
    writer = Writer(path)
    writer.begin()
    _ = writer.connection.executemany(
        "INSERT INTO documents (document, id, given_id, linked, title, language, text_hash, key, length, passages, text)"
        " VALUES (?, ?, ?, 1, '', 'zh', '', ?, 1, X'', randomblob(3000))",
        ((n, f"{n}", f"{n}", f"{n}") for n in range(1, DOCUMENTS + 1)),
    )
    writer.commit()
    writer.close()
    size = path.stat().st_size // 1024
    assert size > 60_000
    done = subprocess.run([sys.executable, "-c", UNLINK, str(path)], check=True, capture_output=True, text=True)
    grown, linked = map(int, done.stdout.split())
    assert linked == 0
    assert grown < size // 4, f"{grown} kB more to forget the links of a record of {size} kB"
