import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.readers.balanced import balanced_lines
from bilat.readers.markup import html_lines, lines_of, parse

FIRST = "外交部长林海今天在河内会见了松国外长白桦。"
SECOND = "双方就贸易和航运交换了意见。"


@pytest.mark.parametrize(
    "html",
    [
        f"\n\n<p><strong>示例台消息</strong>（新闻）：{FIRST}</p><p>{SECOND}</p>",
        "<p>一<br>二<br/>三<strong>四<br />五</strong>六</p>",
        '<p style="text-indent: 2em;"><strong>小标题</strong></p>\n<p>&nbsp;</p><p><strong>甲：</strong> （ </p>',
        "<p><strong></strong></p><p></p>\n<p> 甲\n乙&nbsp;丙 </p>",
        f"甲<p>{FIRST}</p>乙",
        "<p>甲&amp;乙 &lt;丙&#39; 1 > 0</p>",
        f'<div class="share"><p>分享</p></div><div class="body x"><h2>贸易</h2><p>{FIRST}</p></div>丙',
        f'<figure><picture><source srcset="a b"><img alt="图"></picture><figcaption>图<i>一</i></figcaption></figure>{FIRST}',
        '<p><a href="/x?a=1&amp;b=2">竹国总理</a><svg viewBox="0 0"><use href="#y"/></svg></p><ul><li>甲</li><li>乙</li></ul>',
        "<section itemprop='name'><x-y>娜娜<!-- 甲 --></x-y></section><small>图</small>",
    ],
)
def test_balanced_html_reads_as_its_tree_would(html: str) -> None:
    lines = balanced_lines(html)
    assert lines is not None
    assert lines == lines_of(parse(html))


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>甲<p>乙</p>", ["甲", "乙"]),
        ("<p>甲<div>乙</div></p>", ["甲", "乙"]),
        ("<p><strong>甲</p><p>乙</strong></p>", ["甲", "乙"]),
        ("<a>甲<a>乙</a></a>", ["甲乙"]),
        ("<ul><div><li>甲<li>乙</li></div></ul>", ["甲", "乙"]),
        ("<h2>甲<h3>乙</h3></h2>", ["甲", "乙"]),
        ("<p>甲</p><script>'<p>乙</p>'</script>", ["甲"]),
        ("<svg><p>甲</p></svg>", ["甲"]),
        ("<table>甲<td>乙</table>", ["甲", "乙"]),
        ("<p>甲&copy乙&#150;</p>", ["甲©乙–"]),
        ("<p title=甲>乙</p>", ["乙"]),
        ('<p title="甲>乙">丙</p>', ["丙"]),
        ("<P>甲</P>", ["甲"]),
        ("<p>甲</p><!-- <p>乙</p> -->", ["甲"]),
        ("<p>1 < 2</p>", ["1 < 2"]),
        ("</><p>甲</p>", ["甲"]),
        ("<p>甲</p><p", ["甲"]),
    ],
)
def test_what_a_browser_would_mend_is_left_to_its_tree(html: str, read: list[str]) -> None:
    assert balanced_lines(html) is None
    assert [line.text for line in html_lines(html)] == read


TEXTS = st.sampled_from(
    ("甲", "。乙", " ", "\n", "&nbsp;", "&amp;", "&bogus;", "（", "）", "a > b", "\u3000", "<br>", "<")
)
VOIDS = st.sampled_from(("<br>", "<img alt='>'>", "<!-- c -->", "<svg><use/></svg>", "<picture> <img></picture>"))
NAMES = st.sampled_from(("p", "div", "span", "a", "b", "small", "h2", "ul", "li", "section", "x-y", "aside", "td"))
ATTRIBUTES = st.sampled_from(("", "", "", ' class="picinfo"', " itemprop='name'", ' ID="a>b"', " hidden", " x=y"))


def element(name: str, attributes: str, text: str) -> str:
    return f"<{name}{attributes}>{text}</{name}>"


def pieces(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.builds(element, NAMES, ATTRIBUTES, inside) | TEXTS | VOIDS, max_size=6).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.recursive(TEXTS, pieces, max_leaves=30))
def test_markup_of_any_kind_is_balanced_only_where_its_tree_says_the_same(html: str) -> None:
    lines = balanced_lines(html)
    assert lines is None or lines == lines_of(parse(html))
