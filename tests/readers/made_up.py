"""Small articles in our own words, one for each form, and a way to read them."""

from pathlib import Path

from bilat.model import Document, Failure, Part
from bilat.readers import InputFile, read_input

BODY = (
    "外交部长林海今天在河内会见到访的松国外长白桦，双方就贸易和海上安全交换意见。",
    "林海表示，两国应保持高层往来，妥善处理分歧。",
    "白桦说，松国愿意扩大对外投资，并邀请林海明年访问松国首都。",
)

JSONL = (
    '{"id": "a-1", "date": "2023-06-27", "title": "两国外长会谈", "text": "第一段说双方会谈。\\n第二段说下次会谈。", '
    '"url": "https://news.example.org/2023/06/27/1.html", "publisher": "示例社", "raw": "ignored"}\n'
)

POST = """---
layout: post
title: "林海會見松國外長"
date: 2023-12-01 23:39:00.000000000 +00:00
link: https://www.cna.com.tw/news/aopl/202312020012.aspx
categories: cna
---

<figure class="floatImg center"><img src="x.jpg" alt="林海"><figcaption class="picinfo">林海（左）1日在河內會見白樺。\
中央社記者王小明河內攝 112年12月1日</figcaption></figure><p>（中央社記者王小明河內1日電）外交部長林海今天在河內會見松國外長白樺，\
雙方就貿易交換意見。</p><div class="media"><div class="insertGroup"><div><a class="insert" href="/1"><span>松國總統下月\
訪問竹國 將簽多項協議</span></a></div></div></div><p>林海表示，兩國應保持高層往來。（編輯：陳大文）1121201</p>\
<div class="articlekeywordGroup"><div class="keywordTag"><a href="/t">#林海</a></div></div>\
<div class="paragraph moreArticle"><div class="moreArticle-title">延伸閱讀</div><a class="moreArticle-link" href="/2">\
<span>竹國總理抵達梅國訪問</span></a></div>
"""

MARKDOWN_POST = """---
title: 林海會見松國外長
date: 2023-12-01 01:28:11.000000000 +08:00
link: https://news.rthk.hk/rthk/ch/component/k2/1730210-20231201.htm
categories: rthk
---

外交部長林海在河內會見松國外長白樺，
雙方就貿易交換意見。

林海表示，兩國應保持高層往來。
"""

SNAPSHOT = """<!--1694011503000-->
[林海访问松国 两国谈贸易](https://www.rfi.fr/cn/%E4%B8%AD%E5%9B%BD/20230906-%E6%9E%97%E6%B5%B7)
------

<div>06/09/2023 - 16:23</div><img src="x.jpg"><p><strong>外交部长林海抵达松国首都，展开三天访问。   </strong></p><div>\
<p>林海周三会见白桦，两人谈了贸易&nbsp;与航运。</p><p>双方同意明年再次会谈。</p><div data-selfpromo-newsletter></div></div>\
<div><div>分享 :</div></div><div><aside data-org-name=""><div>同一主题</div><div><h2>竹国总理将访问梅国</h2></div></aside></div>\
<br><hr><div>获取更多RSS：<br><a href="https://feed.example">https://feed.example</a></div>
"""

PAGE_TEXT = """林海将访问松国:两国关系翻开新页

09:00 | 14/07/2022

应松国外长白桦邀请,外交部长林海将于7月20日至22日访问松国。
林海将访问松国:两国关系翻开新页 ảnh 1林海外长在机场。图自示例社
此次访问旨在扩大两国贸易。

贸易稳步增长

去年两国贸易额增长了一成。

林海将访问松国:两国关系翻开新页
林海与白桦去年会谈
两国还将讨论海上安全问题。(完)
示例社

更多

竹国总理在梅国会见侨民。图自示例社

竹国总理访问梅国

2月13日,竹国总理抵达梅国首都,会见了梅国总统。
"""

TRANSCRIPT = """# 《今日播报》 (20230115)

## 新闻摘要

本期节目主要内容：

1.林海会见松国外长；

2.国际快讯：

（1）竹国举行选举；

## 详细新闻

### 林海会见松国外长

<p><strong>示例网消息</strong>（今日播报）：外交部长林海今天在河内会见松国外长白桦。</p><p>双方就贸易交换意见。</p>

[查看原文](https://tv.cctv.com/2023/01/15/VIDEexample230115.shtml)

### 国际快讯

<p><strong>竹国举行议会选举</strong></p><p>竹国昨天举行议会选举，投票率超过六成。</p><p><strong>梅国发生地震</strong></p>\
<p>梅国南部昨天发生地震，没有人员伤亡。</p>

[查看原文](https://tv.cctv.com/2023/01/15/VIDEexample230116.shtml)

### 只有标题的一条

[查看原文](https://tv.cctv.com/2023/01/15/VIDEexample230117.shtml)
"""

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0044)https://news.example.org/2023/06/27/talks.html -->
<html lang="zh"><head><meta charset="utf-8"><title>林海会见松国外长_示例新闻网</title>
<meta property="og:title" content="林海会见松国外长">
<meta property="og:site_name" content="示例新闻网">
<meta property="article:published_time" content="2023-06-27T23:30:00Z">
<link rel="canonical" href="https://news.example.org/2023/06/27/talks.html"></head>
<body><nav><a href="/">首页</a> <a href="/w">国际</a></nav><article><h1>林海会见松国外长</h1>
<p>外交部长林海今天在河内会见到访的松国外长白桦，双方就贸易和海上安全交换意见，并谈到明年的安排。</p>
<p>林海表示，两国应保持高层往来，妥善处理分歧，推动务实合作取得更多成果。</p>
<p>白桦说，松国愿意扩大对外投资，并邀请林海明年访问松国首都，两国将签署新的航运协议。</p></article>
<footer><p>版权所有 示例新闻网</p></footer></body></html>
"""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>示例社国际新闻</title><link>https://news.example.org</link>
<item><title>林海会见松国外长</title><link>https://news.example.org/1</link>
<pubDate>Tue, 27 Jun 2023 18:30:00 GMT</pubDate>
<description><![CDATA[<p>外交部长林海会见松国外长白桦。</p><p>双方谈了贸易。</p>]]></description></item>
<item><title>竹国总理抵达梅国</title><link>https://news.example.org/2</link>
<pubDate>Wed, 28 Jun 2023 01:00:00 GMT</pubDate><description>竹国总理今天抵达梅国，展开访问。</description></item>
</channel></rss>
"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>示例社</title>
<entry><title>林海会见松国外长</title><link href="https://news.example.org/1"/><updated>2023-06-27T08:00:00+08:00</updated>
<content type="html">&lt;p&gt;外交部长林海会见松国外长白桦。&lt;/p&gt;</content></entry></feed>
"""

SAMPLES = {
    "jsonl": JSONL,
    "post": POST,
    "feed-snapshot": SNAPSHOT,
    "page-text": PAGE_TEXT,
    "broadcast": TRANSCRIPT,
    "html": PAGE,
    "feed": RSS,
}


def read_bytes(folder: Path, data: bytes, name: str = "input", form: str | None = None) -> list[Document | Failure]:
    """What reading a file of these bytes gives."""
    path = folder / name
    _ = path.write_bytes(data)
    return list(read_input(InputFile(str(path)), form))


def documents(folder: Path, text: str, name: str = "input") -> list[Document]:
    """The documents of a file with this text; any Failure fails the test."""
    found = read_bytes(folder, text.encode(), name)
    failures = [item for item in found if isinstance(item, Failure)]
    assert not failures
    return [item for item in found if isinstance(item, Document)]


def parts(doc: Document, *wanted: Part) -> list[str]:
    """The texts of the passages with these parts, in order."""
    return [doc.text[p.span.start : p.span.end] for p in doc.passages if p.part in wanted]
