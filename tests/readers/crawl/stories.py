"""Invented articles of four languages and scripts, any number of them: the same number gives the same article.

Countries, people and places are made up; sentences are put together from small parts, so that no two articles share more
than a turn of phrase.
"""

from dataclasses import dataclass
from random import Random

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "vi")

_PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "zh-Hans": {
        "who": ("林海", "周明远", "沈若谷", "高雨田", "陆天行", "何思源", "方静", "谭立", "顾长青", "贺春山"),
        "office": ("外交部长", "商务部长", "交通部长", "国防部长", "农业部长", "副总理", "驻松国大使", "议会议长"),
        "land": ("松国", "竹国", "梅国", "兰国", "菊国", "榕国", "桦国"),
        "town": ("云港", "石桥", "青川", "白沙", "南屿", "东陵", "金滩", "北岭"),
        "deed": (
            "会见了来访的代表团",
            "主持了联合委员会会议",
            "出席了铁路开工仪式",
            "签署了渔业合作文件",
            "参观了新建的港口",
        ),
        "topic": ("边境贸易", "海上搜救", "稻米检疫", "跨境铁路", "留学生名额", "电力互联", "旅游签证", "河流水文数据"),
        "word": (
            "双方应当尽快落实已经商定的事项",
            "下一步要把工作做细做实",
            "有关方案将在年底前交给两国政府",
            "这项安排对两地居民都有好处",
        ),
    },
    "zh-Hant": {
        "who": ("林海", "周明遠", "沈若谷", "高雨田", "陸天行", "何思源", "方靜", "譚立", "顧長青", "賀春山"),
        "office": ("外交部長", "商務部長", "交通部長", "國防部長", "農業部長", "副總理", "駐松國大使", "議會議長"),
        "land": ("松國", "竹國", "梅國", "蘭國", "菊國", "榕國", "樺國"),
        "town": ("雲港", "石橋", "青川", "白沙", "南嶼", "東陵", "金灘", "北嶺"),
        "deed": (
            "會見了來訪的代表團",
            "主持了聯合委員會會議",
            "出席了鐵路開工儀式",
            "簽署了漁業合作文件",
            "參觀了新建的港口",
        ),
        "topic": ("邊境貿易", "海上搜救", "稻米檢疫", "跨境鐵路", "留學生名額", "電力互聯", "旅遊簽證", "河流水文資料"),
        "word": (
            "雙方應當儘快落實已經商定的事項",
            "下一步要把工作做細做實",
            "有關方案將在年底前交給兩國政府",
            "這項安排對兩地居民都有好處",
        ),
    },
    "en": {
        "who": (
            "Lin Hai",
            "Anna Birch",
            "Tomas Reed",
            "Maya Stone",
            "Peter Vale",
            "Ruth Lake",
            "Jon Field",
            "Ida Brook",
        ),
        "office": (
            "foreign minister",
            "trade minister",
            "transport minister",
            "defence minister",
            "speaker of parliament",
        ),
        "land": ("Pineland", "Bambooland", "Plumland", "Orchidia", "Birchland", "Fernland"),
        "town": ("Cloudport", "Stonebridge", "Greenford", "Whitesand", "Northridge", "Southisle"),
        "deed": (
            "met a visiting delegation",
            "chaired the joint committee",
            "opened a railway yard",
            "signed a fishery paper",
        ),
        "topic": ("border trade", "sea rescue", "rice inspection", "the new railway", "student visas", "river data"),
        "word": (
            "both sides should now carry out what was agreed",
            "the plan will be handed to the two governments by the end of the year",
            "people on both banks of the river will gain from it",
        ),
    },
    "vi": {
        "who": ("Lâm Hải", "Trần Bạch Dương", "Nguyễn Thông Xanh", "Lê Trúc Mai", "Phạm Sơn Ca", "Vũ Bình Nguyên"),
        "office": ("bộ trưởng ngoại giao", "bộ trưởng thương mại", "bộ trưởng giao thông", "chủ tịch nghị viện"),
        "land": ("nước Thông", "nước Trúc", "nước Mai", "nước Lan", "nước Cúc"),
        "town": ("Vân Cảng", "Thạch Kiều", "Thanh Xuyên", "Bạch Sa", "Nam Đảo", "Bắc Lĩnh"),
        "deed": (
            "đã tiếp đoàn đại biểu sang thăm",
            "đã chủ trì phiên họp ủy ban hỗn hợp",
            "đã dự lễ khởi công tuyến đường sắt",
        ),
        "topic": (
            "thương mại biên giới",
            "cứu nạn trên biển",
            "kiểm dịch gạo",
            "đường sắt xuyên biên giới",
            "thị thực du lịch",
        ),
        "word": (
            "hai bên cần sớm thực hiện những điều đã thống nhất",
            "phương án sẽ được trình hai chính phủ trước cuối năm",
            "việc này có lợi cho người dân hai nước",
        ),
    },
}

_HEADLINES = {
    "zh-Hans": "{who}在{town}谈{topic} {land}同意年内再会{n}",
    "zh-Hant": "{who}在{town}談{topic} {land}同意年內再會{n}",
    "en": "{who} takes up {topic} in {town} as {land} agrees to round {n}",
    "vi": "{who} bàn về {topic} tại {town}, {land} đồng ý vòng {n}",
}
_SENTENCES = {
    "zh-Hans": (
        "{office}{who}{d}日在{town}{deed}，就{topic}同{land}方面交换意见。",
        "{who}说，{word}，{topic}今年已经谈过{n}次。",
        "{land}{office}{who}表示，{word}，{town}的{n}家企业正在等待结果。",
        "据{town}口岸统计，今年与{topic}有关的货物有{n}批，比去年同期多{d}批。",
        "会谈持续了{d}个小时，参加的还有来自{town}的{n}名代表。",
        "{land}代表团随后前往{town}，考察与{topic}有关的{n}处设施。",
    ),
    "zh-Hant": (
        "{office}{who}{d}日在{town}{deed}，就{topic}同{land}方面交換意見。",
        "{who}說，{word}，{topic}今年已經談過{n}次。",
        "{land}{office}{who}表示，{word}，{town}的{n}家企業正在等待結果。",
        "據{town}口岸統計，今年與{topic}有關的貨物有{n}批，比去年同期多{d}批。",
        "會談持續了{d}個小時，參加的還有來自{town}的{n}名代表。",
        "{land}代表團隨後前往{town}，考察與{topic}有關的{n}處設施。",
    ),
    "en": (
        "The {office}, {who}, {deed} in {town} on the {d}th and discussed {topic} with {land}.",
        "{who} said that {word}, and that {topic} had come up {n} times this year.",
        "A {office} of {land}, {who}, answered that {word} while {n} firms in {town} wait.",
        "Figures from the port of {town} show {n} shipments tied to {topic}, {d} more than a year ago.",
        "The talks went on for {d} hours, with {n} delegates from {town} in the room.",
        "The delegation from {land} then left for {town} to look at {n} sites that matter for {topic}.",
    ),
    "vi": (
        "Ngày {d}, {office} {who} {deed} tại {town} và trao đổi với {land} về {topic}.",
        "{who} nói rằng {word}, và {topic} đã được bàn {n} lần trong năm nay.",
        "Theo {office} {who} của {land}, {word}, trong khi {n} doanh nghiệp ở {town} đang chờ.",
        "Số liệu của cảng {town} cho thấy {n} lô hàng liên quan đến {topic}, nhiều hơn {d} lô so với năm trước.",
        "Cuộc hội đàm kéo dài {d} giờ với {n} đại biểu đến từ {town}.",
        "Đoàn {land} sau đó tới {town} để xem {n} cơ sở liên quan đến {topic}.",
    ),
}


@dataclass(frozen=True)
class Story:
    """An article: what a reader of its page should find."""

    number: int
    language: str
    headline: str
    paragraphs: tuple[str, ...]
    day: str
    author: str
    publisher: str
    host: str
    path: str

    @property
    def url(self) -> str:
        return f"https://{self.host}{self.path}"


def story(number: int, language: str, *, paragraphs: int = 6) -> Story:
    """The article of a number in a language."""
    random = Random(f"{language} {number}")
    parts = _PARTS[language]

    def filled(pattern: str) -> str:
        return pattern.format(
            d=random.randrange(11, 29), n=random.randrange(30, 999), **{k: random.choice(v) for k, v in parts.items()}
        )

    body: list[str] = []
    for _ in range(paragraphs):
        patterns = random.sample(_SENTENCES[language], random.choice((2, 2, 3)))
        body.append(("" if language.startswith("zh") else " ").join(filled(p) for p in patterns))
    day = f"20{random.randrange(18, 25)}-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}"
    host = f"www.{random.choice(('daily', 'herald', 'courier', 'post'))}-{language.lower()}.example"
    return Story(
        number,
        language,
        filled(_HEADLINES[language]),
        tuple(body),
        day,
        random.choice(parts["who"]),
        {"zh-Hans": "示例日报", "zh-Hant": "示例晚報", "en": "Sample Courier", "vi": "Báo Ví Dụ"}[language],
        host,
        f"/world/{day.replace('-', '/')}/{number}.html" if number % 2 else f"/news/article-{number}.html",
    )
