"""A record of the bundled samples, and one of articles made up so that every section has something to say."""

import json
from pathlib import Path

import pytest

import bilat
from bilat import samples

ARTICLES = (
    (
        "old",
        "2023-01-10",
        "南屿日报",
        "王毅会见裴青山",
        "中国外交部长王毅1月10日在北京会见越南外交部长裴青山。双方强调政治互信。",
    ),
    (
        "visit-1",
        "2023-06-26",
        "南屿日报",
        "范明政抵达北京访问",
        "越南总理范明政6月25日抵达北京，对中国进行正式访问。中国总理李强6月26日在北京同范明政举行会谈。李强表示，中国愿同越南构建命运共同体，并希望尽快商签跨境铁路合作协议。双方签署了《中越铁路合作协定》。",
    ),
    (
        "visit-2",
        "2023-06-27",
        "海望周刊",
        "范明政访华",
        "越南总理范明政6月25日抵达北京，对中国进行正式访问。中国总理李强6月26日在北京会见范明政。范明政说，越南愿与中国构建命运共同体，在南中国海问题上管控分歧。2022年中越贸易额达1756亿美元。",
    ),
    (
        "trade",
        "2023-06-28",
        "北渡新报",
        "中越贸易",
        "2022年中越贸易额达2349亿美元。越南外交部发言人范秋姮表示，中国在南海的行动侵犯了越南的主权。",
    ),
    (
        "alone",
        "2023-09-14",
        "南屿日报",
        "李强会见陈流光",
        "中国总理李强9月13日在北京会见越南副总理陈流光。越南总理范明政将于9月20日访问中国。",
    ),
    ("other-1", "2023-09-14", "海望周刊", "天气", "当地14日有雨，气温下降。"),
    ("other-2", "2023-09-14", "北渡新报", "体育", "当地14日举行了一场足球比赛。"),
    (
        "ahead",
        "2023-11-28",
        "北渡新报",
        "习近平将访问越南",
        "中国国家主席习近平将于12月12日访问越南。中国与越南都说要推进两廊一圈和命运共同体。",
    ),
    ("again", "2023-11-29", "海望周刊", "两廊一圈", "越南总理范明政表示，越南愿同中国推进两廊一圈建设。"),
)


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the bundled samples."""
    path = tmp_path_factory.mktemp("brief") / "samples.bilat"
    assert bilat.build(samples.folder(), path, workers=1).documents
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of `ARTICLES`."""
    folder = tmp_path_factory.mktemp("made")
    keys = ("id", "date", "publisher", "title", "text")
    lines = [json.dumps(dict(zip(keys, article, strict=True)), ensure_ascii=False) for article in ARTICLES]
    (folder / "articles.jsonl").write_text("\n".join(lines), "utf-8")
    path = folder / "made.bilat"
    assert bilat.build(folder / "articles.jsonl", path, workers=1).documents == len(ARTICLES)
    return path
