"""A page in the making: an article, what stands around it, and what must not be read as part of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

from tests.readers.crawl.stories import Story, story

WORDS = {
    "zh-Hans": {"home": "首页", "news": "新闻", "about": "关于我们", "related": "相关新闻", "comments": "网友评论", "share": "分享到微信",
                "rights": "版权所有 未经授权不得转载", "by": "记者 {author}", "source": "来源：{publisher}", "editor": "责任编辑：{author}",
                "cookies": "本网站使用Cookie来改善您的浏览体验。继续浏览即表示您同意我们的隐私政策。", "pay": "您已阅读本月的免费文章。订阅后可以继续阅读全文。",
                "comment": "说得好，支持一下这个决定，希望早日看到结果。", "more": "查看更多", "live": "滚动更新"},
    "zh-Hant": {"home": "首頁", "news": "新聞", "about": "關於我們", "related": "相關新聞", "comments": "網友評論", "share": "分享到臉書",
                "rights": "版權所有 未經授權不得轉載", "by": "記者 {author}", "source": "來源：{publisher}", "editor": "責任編輯：{author}",
                "cookies": "本網站使用Cookie來改善您的瀏覽體驗。繼續瀏覽即表示您同意我們的隱私政策。", "pay": "您已閱讀本月的免費文章。訂閱後可以繼續閱讀全文。",
                "comment": "說得好，支持一下這個決定，希望早日看到結果。", "more": "查看更多", "live": "滾動更新"},
    "en": {"home": "Home", "news": "World news", "about": "About us", "related": "Related stories", "comments": "Comments", "share": "Share on social media",
           "rights": "Copyright. All rights reserved.", "by": "By {author}", "source": "Source: {publisher}", "editor": "Editing by {author}",
           "cookies": "We use cookies to make this site work and to understand how it is used. By going on you agree to our privacy policy.",
           "pay": "You have read your last free article this month. Subscribe now to continue reading this story.",
           "comment": "I think this is a good decision and I hope to see the results very soon.", "more": "Read more", "live": "Live updates"},
    "vi": {"home": "Trang chủ", "news": "Thế giới", "about": "Giới thiệu", "related": "Tin liên quan", "comments": "Ý kiến bạn đọc", "share": "Chia sẻ Facebook",
           "rights": "Bản quyền thuộc tòa soạn. Không sao chép khi chưa được đồng ý.", "by": "{author}", "source": "Nguồn: {publisher}", "editor": "Biên tập: {author}",
           "cookies": "Trang web này dùng cookie để cải thiện trải nghiệm của bạn. Tiếp tục đọc nghĩa là bạn đồng ý với chính sách của chúng tôi.",
           "pay": "Bạn đã đọc hết số bài miễn phí trong tháng. Hãy đăng ký để đọc tiếp bài viết này.",
           "comment": "Tôi cho rằng đây là quyết định đúng và mong sớm thấy kết quả.", "more": "Xem thêm", "live": "Cập nhật liên tục"},
}  # fmt: skip


@dataclass
class Page:
    """`paragraphs` are HTML, `inserts` stand below the paragraph of their number, `foreign` are texts that no reader
    may take for the article's."""

    story: Story
    title: str
    metas: list[str]
    paragraphs: list[str]
    inserts: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    top: list[str] = field(default_factory=list[str])
    bottom: list[str] = field(default_factory=list[str])
    foreign: list[str] = field(default_factory=list[str])
    scripts: list[str] = field(default_factory=list[str])
    h1: str = "h1"
    shown_day: str | None = None
    byline: bool = True
    body: Sequence[str] = ()
    charset: str = "utf-8"
    encoding: str = "utf-8"
    html: Callable[[str], str] = str

    def word(self, name: str) -> str:
        s = self.story
        return WORDS[s.language][name].format(author=s.author, publisher=s.publisher)

    def others(self, count: int, offset: int = 0) -> list[Story]:
        """Other articles of the site; what they say is foreign here."""
        s = self.story
        found = [story(s.number * 1000 + offset + at, s.language, paragraphs=2) for at in range(1, count + 1)]
        self.foreign += [other.headline for other in found]
        return found

    def running(self, *, tag: str = "p", attributes: str = "", join: str = "\n") -> str:
        """The paragraphs in elements of a tag, with what is inserted between them."""
        blocks: list[str] = []
        for at, text in enumerate(self.paragraphs):
            blocks.append(f"<{tag}{attributes}>{text}</{tag}>" if tag else text)
            blocks += self.inserts.get(at, [])
        return join.join(blocks)

    def links(self, count: int, offset: int = 0) -> str:
        """A list of links to other articles."""
        rows = (f'<li><a href="{s.path}">{escape(s.headline)}</a></li>' for s in self.others(count, offset))
        return f"<ul>{''.join(rows)}</ul>"

    def nav(self) -> str:
        names = ("home", "news", "about")
        return "".join(f'<a href="/{name}">{self.word(name)}</a> ' for name in names)

    def head(self, *more: str) -> str:
        rows = (f'<meta charset="{self.charset}">', f"<title>{self.title}</title>", *self.metas, *more, *self.scripts)
        return "<head>" + "\n".join(rows) + "</head>"


def new_page(s: Story) -> Page:
    """A page with the metadata that a careful site gives."""
    metas = [
        f'<meta property="og:title" content="{escape(s.headline)}">',
        '<meta property="og:type" content="article">',
        f'<meta property="og:site_name" content="{s.publisher}">',
        f'<meta property="og:url" content="{s.url}">',
        f'<link rel="canonical" href="{s.url}">',
        f'<meta property="article:published_time" content="{s.day}T09:30:00+08:00">',
    ]
    title = f"{escape(s.headline)} - {s.publisher}"
    return Page(s, title, metas, [escape(p) for p in s.paragraphs], body=s.paragraphs)


def printed(s: Story) -> str:
    """The day as its language prints it."""
    year, month, day = s.day.split("-")
    if s.language.startswith("zh"):
        return f"{year}年{int(month)}月{int(day)}日 09:30"
    if s.language == "vi":
        return f"Thứ hai, {int(day)}/{int(month)}/{year}, 09:30 (GMT+7)"
    names = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
    return f"{names[int(month) - 1]} {int(day)}, {year}"
