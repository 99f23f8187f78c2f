"""The same article gives the same events, whatever order a process keeps its sets in."""

import json
import os
import subprocess
import sys
from pathlib import Path

ARTICLES = (
    "老挝总理宋赛18日在万象同越南总理范明政举行会谈。会谈后，双方签署《电力合作备忘录》。",
    "法国总统马克龙在巴黎会见巴西总统卢拉。会见后，两国发表联合声明，并见证签署多项合作文件。",
    "芬兰总统斯图布与爱沙尼亚总理卡拉斯、立陶宛总统瑙塞达举行会谈，三国签署《电网协议》。",
)


def test_the_order_of_sets_does_not_show_in_what_is_read(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    lines = [
        {"id": str(n), "date": "2024-05-20", "title": "要闻", "text": text, "publisher": "北渡新报"}
        for n, text in enumerate(ARTICLES)
    ]
    _ = articles.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    command = [sys.executable, "-m", "bilat", "extract", "--workers", "1", str(articles)]
    read = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(read) == 1
    assert [event["type"] for event in json.loads(read.pop().splitlines()[0])["events"]] == ["meeting", "signing"]
