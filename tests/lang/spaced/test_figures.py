"""Figures in English and Vietnamese, sentence by sentence. All sentences are our own; read as of 20 November 2024."""

from decimal import Decimal
from pathlib import Path

import pytest

from bilat.lang.spaced.figures.quantity import read_number
from bilat.model import Figure
from bilat.packs import load
from bilat.packs.tables.figures import Measure
from tests.lang.spaced.reading import Read

ENGLISH = [
    ("Bilateral trade between Chile and Peru reached US$7.3 billion in 2023, up 4.2 percent year on year.",
     ["trade_total CL PE 7300000000 USD 2023 4.2 yoy"]),
    ("Norway's exports to Poland rose 19 percent to 6.78 billion euros in 2023.",
     ["exports NO PL 6780000000 EUR 2023 19 -"]),
    ("Germany's imports from Brazil dropped by 1.3% in the first nine months of 2024.",
     ["imports DE BR - - 2024-01/2024-09 -1.3 -"]),
    ("The trade deficit with Chile narrowed to $279.4 million in 2023, Peru's customs data showed.",
     ["trade_deficit PE CL 279400000 USD 2023 - -"]),
    ("Dutch investors had 161 valid projects in Ghana with total registered capital of $2.6 billion as of the end of 2023.",
     ["projects_count NL GH 161 project as_of 2023 - -", "fdi_stock NL GH 2600000000 USD as_of 2023 - -"]),
    ("Sweden will provide $425 million in humanitarian assistance to Ukraine.", ["aid SE UA 425000000 USD - - -"]),
    ("Fiji welcomed 1.7 million Australian visitors in the first ten months of the year.",
     ["tourist_arrivals FJ AU 1700000 person 2024-01/2024-10 - -"]),
    ("Kenya's economy grew 5.05 percent in 2023, the statistics bureau said.", ["gdp_growth KE - - - 2023 5.05 -"]),
    ("Inflation in Ghana rose to 23.2 percent in February from 22.9 percent in January.",
     ["inflation GH - 23.2 percent 2024-02 - -"]),
    ("Peru's unemployment rate stood at 6.5 to 7 percent in the first quarter.",
     ["unemployment PE - 6.5-7 percent 2024-01/2024-03 - -"]),
    ("Canada imposed a 25 percent tariff on Brazilian steel.", ["tariff_rate CA BR 25 percent - - -"]),
    ("The leaders of Laos and Cambodia met, and the two sides signed six cooperation documents.",
     ["documents_signed LA KH 6 document - - -"]),
    ("Kenya's foreign exchange reserves stood at about $8.2 billion as of March 2024.",
     ["fx_reserves KE - 8200000000 USD as_of 2024-03 - -"]),
    ("Trade between Peru and Chile is expected to reach $20 billion by 2030.",
     ["trade_total_forecast PE CL 20000000000 USD 2030 - -"]),
    ("Ghana cut its budget deficit by $1.7 billion in 2023.",
     ["budget_deficit_decrease GH - 1700000000 USD 2023 - -"]),
    ("Peru's exports and its imports reached $64 billion and $49 billion respectively in 2023.",
     ["exports PE - 64000000000 USD 2023 - -", "imports PE - 49000000000 USD 2023 - -"]),
    ("Copper accounted for 30 percent of Chile's exports in 2023.", ["exports_share CL - 30 percent 2023 - -"]),
    ("Peru's exports to Chile totaled $1.4 billion in 2023, while imports from Chile fell to $2.2 billion.",
     ["exports PE CL 1400000000 USD 2023 - -", "imports PE CL 2200000000 USD 2023 - -"]),
    ("China's imports of soybeans from Brazil fell 13 percent to 24.2 million tonnes in 2023.",
     ["imports CN BR 24200000 tonne 2023 -13 -"]),
    ("Canada will maintain at 19 percent the reciprocal tariffs on goods of Malaysia.",
     ["tariff_rate CA MY 19 percent - - -"]),
    ("Japan gave aid to Kenya, bringing total Japanese assistance to Kenya to more than $65 million.",
     ["aid JP KE 65000000 USD - - -"]),
    ("Thailand received 28.2 million foreign tourists last year, including 3.5 million from China.",
     ["tourist_arrivals TH - 28200000 person 2023 - -", "tourist_arrivals TH CN 3500000 person 2023 - -"]),
    ("Norway intends to provide $1.3 billion in assistance to help Ukraine recover from Russia's assaults.",
     ["aid NO UA 1300000000 USD - - -"]),
    ("Poland raised its defense spending to 4 percent of GDP in 2023.", ["defence_budget PL - 4 percent 2023 - -"]),
    ("Between August 2022 and January 2023 Kenya's exports fell by 19 percent.",
     ["exports KE - - - 2022-08/2023-01 -19 -"]),
    ("At the July 2024 NATO Summit Norway said its defence spending was 2 percent of GDP.",
     ["defence_budget NO - 2 percent - - -"]),
    ("Kenya has received $20 million in aid from Sweden.", ["aid SE KE 20000000 USD - - -"]),
    ("Kenya's foreign exchange reserves rose to $8 billion at the end of January from $7.8 billion.",
     ["fx_reserves KE - 8000000000 USD as_of 2024-01 - -"]),
]  # fmt: skip
VIETNAMESE = [
    ("Kim ngạch thương mại hai chiều giữa Lào và Campuchia đạt 1.171,9 triệu USD trong năm 2023, tăng 5,5% so với cùng kỳ.",
     ["trade_total LA KH 1171900000 USD 2023 5.5 yoy"]),
    ("Xuất khẩu của Việt Nam sang Chile năm 2023 đạt 1,5 tỷ đô la Mỹ, giảm 11,6% so với năm 2022.",
     ["exports VN CL 1500000000 USD 2023 -11.6 2022"]),
    (("Theo Tổng cục Hải quan, thương mại Việt - Nga 10 tháng đầu năm 2024 đạt gần 4 tỉ USD, trong đó xuất khẩu đạt 2 tỉ "
     "USD, tăng 24,2%."), ["trade_total VN RU 4000000000 USD 2024-01/2024-10 - -",
                          "exports VN RU 2000000000 USD 2024-01/2024-10 24.2 -"]),
    ("Tính đến hết tháng 3/2024, Hà Lan có 436 dự án đầu tư tại Việt Nam với tổng vốn đăng ký 14 tỷ USD.",
     ["projects_count NL VN 436 project as_of 2024-03 - -", "fdi_stock NL VN 14000000000 USD as_of 2024-03 - -"]),
    ("Canada công bố gói viện trợ trị giá 50 triệu USD cho Ukraine.", ["aid CA UA 50000000 USD - - -"]),
    ("Trong 10 tháng đầu năm, Việt Nam đón 1,7 triệu lượt khách Hàn Quốc.",
     ["tourist_arrivals VN KR 1700000 person 2024-01/2024-10 - -"]),
    ("GDP của Lào quý II/2024 tăng 4,05%.", ["gdp_growth LA - - - 2024-04/2024-06 4.05 -"]),
    ("Lạm phát của Thổ Nhĩ Kỳ trong tháng 2/2024 ở mức 67,1%.", ["inflation TR - 67.1 percent 2024-02 - -"]),
    ("Liên minh châu Âu áp thuế 38,1% đối với xe điện Trung Quốc.", ["tariff_rate EU CN 38.1 percent - - -"]),
    ("Hai nước phấn đấu đưa kim ngạch thương mại Việt Nam - Chile lên 5 tỷ USD vào năm 2030.",
     ["trade_total_forecast VN CL 5000000000 USD 2030 - -"]),
    ("Trong quý I/2024, vốn FDI vào Việt Nam đạt 6,17 tỷ USD, tăng 13,4%.",
     ["investment VN - 6170000000 USD 2024-01/2024-03 13.4 -"]),
    ("Việt Nam xuất siêu sang Mỹ 83 tỷ USD trong năm 2023.", ["trade_surplus VN US 83000000000 USD 2023 - -"]),
    ("Nợ công của Nhật Bản bằng 255% GDP.", ["debt JP - 255 percent - - -"]),
]  # fmt: skip


def told(figure: Figure) -> str:
    """A figure in one line: measure, of, with, value, unit, period, change, basis; `-` for what is not told."""
    value = figure.value if figure.value_max is None else f"{figure.value}-{figure.value_max}"
    fields = (figure.measure, figure.of, figure.partner, value, figure.unit, figure.period, figure.change_pct)
    return " ".join("-" if field is None else str(field) for field in (*fields, figure.basis))


def figures(read: Read, language: str, text: str) -> tuple[Figure, ...]:
    return tuple(read(language, "Title", text, "2024-11-20").figures)


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_sentence(read: Read, text: str, expected: list[str]):
    assert [told(figure) for figure in figures(read, "en", text)] == expected


@pytest.mark.parametrize(("text", "expected"), VIETNAMESE)
def test_a_vietnamese_sentence(read: Read, text: str, expected: list[str]):
    assert [told(figure) for figure in figures(read, "vi", text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "China is Vietnam's largest trading partner, while Vietnam is China's biggest trading partner in ASEAN."),
        ("vi", ("Trung Quốc là đối tác thương mại lớn nhất của Việt Nam, Việt Nam là đối tác thương mại lớn nhất của Trung "
               "Quốc trong ASEAN.")),
    ],
)  # fmt: skip
def test_ranks(read: Read, language: str, text: str):
    one, other = figures(read, language, text)
    assert (one.measure, one.of, one.partner, one.rank) == ("trade_partner_rank", "VN", "CN", 1)
    assert (other.measure, other.of, other.partner, other.rank) == ("trade_partner_rank_asean", "CN", "VN", 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The price of Norway's crude oil exports fell to $79.75 a barrel."),
        ("en", "Peru's exports rose in 2023 to 12 markets, Article 5 says."),
        ("en", "Chile is one of Peru's largest trading partners."),
        ("en", "Chile could become Peru's largest trading partner."),
        ("en", "Ghana will eliminate tariffs on 99 percent of goods."),
        ("en", "Kenya has sent a delegation and a vaccine to Ghana, 340 years after German immigrants came."),
        ("en", "Exports rose 6.8 percent."),
        ("vi", "Dầu thô Brent của Na Uy ở mức 79,75 USD/thùng, tăng 0,62%."),
        ("vi", "Trong tháng 4 Trung Quốc nhập khẩu dầu thô."),
        ("vi", "Chủ tịch tiếp 5 đồng chí Lào về thương mại."),
    ],
)
def test_what_is_no_figure(read: Read, language: str, text: str):
    assert figures(read, language, text) == ()


def test_a_source_and_the_words_that_make_a_number_inexact(read: Read):
    (figure,) = figures(read, "en", "According to the customs office, Peru's exports exceeded $64 billion in 2023.")
    assert (figure.attributed_to, figure.about) == ("customs office", ())
    (figure,) = figures(read, "vi", "Theo Tổng cục Thống kê, dân số Lào khoảng 7,5 triệu người.")
    assert (figure.attributed_to, figure.about) == ("Tổng cục Thống kê", ("khoảng",))


def test_two_sides_are_those_who_were_named_before(read: Read):
    text = "Peru's president met the president of Chile.\nBilateral trade was worth $3 billion last year."
    (figure,) = figures(read, "en", text)
    assert {figure.of, figure.partner} == {"PE", "CL"}


def test_an_impossible_number_is_a_problem(read: Read):
    found = read("en", "Title", f"Peru's exports reached ${'9' * 20} billion in 2023.")
    assert [problem.kind for problem in found.problems] == ["impossible_number"]
    assert not found.figures


@pytest.mark.parametrize(
    ("written", "decimal", "value"),
    [
        ("1.234,5", ",", "1234.5"),
        ("1,234.5", ".", "1234.5"),
        ("1.5", ",", "1.5"),
        ("4.161", ",", "4161"),
        ("1,5,2", ".", None),
        ("9" * 30, ".", None),
    ],
)
def test_the_marks_of_a_number(written: str, decimal: str, value: str | None):
    assert read_number(written, decimal) == (None if value is None else Decimal(value))


def test_each_sentence_of_the_page_is_read_as_it_says(read: Read, root: Path):
    page = (root / "docs" / "figures.md").read_text("utf-8")
    section = page.split("## English and Vietnamese\n")[1].split("\n## ", maxsplit=1)[0]
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in section.splitlines() if line.startswith("| ")]
    for text, *expected in (row for row in rows if len(row) == 8 and row[0] != "text"):
        language = "vi" if "đ" in text.lower() or "ố" in text else "en"
        (figure,) = figures(read, language, text)
        assert told(figure).startswith(" ".join(expected)), text


def test_a_measure_is_one_thing_in_all_languages():
    rows = {code: {row.measure: row for row in load().only(code).of(Measure)} for code in ("zh", "en", "vi")}
    for code in ("en", "vi"):
        for measure, row in rows[code].items():
            chinese = rows["zh"][measure]
            assert (row.sides, row.level, row.takes) == (chinese.sides, chinese.level, chinese.takes), (code, measure)
