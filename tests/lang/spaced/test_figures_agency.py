"""Figures of agency reports and of a government's pages, in English and Vietnamese. All texts are our
own, read as of 20 November 2024."""

import pytest

from tests.lang.spaced.reading import Read
from tests.lang.spaced.test_figures import told

ENGLISH = [
    (
        "Trade between Laos and Chile totaled $412 million in the first eight months of 2024, an increase of 12.5 percent from the same period last year, Laos' customs office said on Tuesday. Laos' exports to Chile were worth $250 million, up 15 percent, while imports from Chile increased 8.7 percent to $162 million.",
        [
            "trade_total LA CL 412000000 USD 2024-01/2024-08 12.5 yoy",
            "exports LA CL 250000000 USD 2024-01/2024-08 15 -",
            "imports LA CL 162000000 USD 2024-01/2024-08 8.7 -",
        ],
    ),
    (
        "Peru attracted $4.2 billion in foreign direct investment in 2023, up from $3.9 billion a year earlier. Canada was the biggest investor with $1.1 billion, followed by Spain with $800 million and Chile with $650 million.",
        [
            "investment PE - 4200000000 USD 2023 - -",
            "fdi_new CA PE 1100000000 USD 2023 - -",
            "fdi_new ES PE 800000000 USD 2023 - -",
            "fdi_new CL PE 650000000 USD 2023 - -",
        ],
    ),
    (
        "Kenya's tourism ministry said the country received 2.1 million international visitors last year, a 31.5 percent rise on 2022. Arrivals from Germany rose from 60,000 to 75,400.",
        ["tourist_arrivals KE - 2100000 person 2023 31.5 -", "tourist_arrivals KE DE 75400 person - - -"],
    ),
    (
        "Norway on Monday announced an aid package worth 1.2 billion kroner for Moldova, including 300 million kroner for energy security. Oslo has given Moldova more than 3 billion kroner since 2022.",
        ["aid NO MD 1200000000 NOK - - -"],
    ),
    (
        "Ghana's gross domestic product expanded by 6.9 percent in the second quarter of 2024, compared with 4.8 percent in the previous quarter, the statistical service said. The World Bank has raised its forecast for Ghana's growth this year to 5.0 percent from 4.1 percent.",
        ["gdp_growth GH - - - 2024-04/2024-06 6.9 -"],
    ),
    (
        "Poland will send 200 soldiers to Latvia next month, bringing the number of Polish troops in the country to 1,200. Some 6,000 foreign troops are stationed in Latvia.",
        ["troops PL LV 200 person - - -", "troops PL LV 1200 person - - -"],
    ),
    (
        "The Republic of Korea is Mongolia's fourth-largest trading partner, with two-way trade amounting to $630 million in 2023. More than 50,000 Mongolians live in South Korea.",
        ["trade_partner_rank MN KR - - - - -", "trade_total MN KR 630000000 USD 2023 - -"],
    ),
    (
        "Egypt's annual urban inflation accelerated to 26.4% in September from 26.2% in August. Its net foreign reserves rose to $46.74 billion at the end of September.",
        ["inflation EG - 26.4 percent 2024-09 - -", "fx_reserves EG - 46740000000 USD as_of 2024-09 - -"],
    ),
    (
        "The World Bank approved a $350 million loan to Nepal for road construction. Japan provided Nepal with 100,000 doses of vaccine and 20 ambulances worth $2 million.",
        ["loan WB NP 350000000 USD - - -", "vaccine_doses JP NP 100000 dose - - -"],
    ),
    (
        "Brazil's soybean exports to China reached 72.5 million tons last year. Agricultural products accounted for 38 percent of its total exports to China. Brazil ran a trade surplus of $51 billion with China in 2023.",
        [
            "exports BR CN 72500000 tonne 2023 - -",
            "exports_share BR CN 38 percent - - -",
            "trade_surplus BR CN 51000000000 USD 2023 - -",
        ],
    ),
    (
        "Indonesia and Jordan signed five memorandums of understanding during the visit. The two countries agreed to raise bilateral trade from $500 million to $1 billion by 2028.",
        ["documents_signed ID JO 5 document - - -", "trade_total_forecast ID JO 1000000000 USD 2028 - -"],
    ),
    (
        "Australia imposed sanctions on 15 individuals and 11 entities. It will also cut tariffs on goods from Fiji to 5 percent from 10 percent.",
        ["sanctioned_entities AU - 15 person - - -", "tariff_rate AU FJ 5 percent - - -"],
    ),
    (
        "Finland's defence spending is to rise to 3 percent of GDP by 2029 from 2.4 percent now. The country has pledged 2.5 billion euros in military aid to Ukraine since the war began.",
        ["defence_budget_forecast FI - 3 percent 2029 - -", "aid FI UA 2500000000 EUR - - -"],
    ),
    (
        "President Abel welcomed Poland's partnership in hosting 9,000 Canadian forces.",
        ["troops CA PL 9000 person - - -"],
    ),
    (
        "This includes more than $1 billion in new humanitarian assistance Norway is prepared to provide on top of the nearly $300 million already contributed and €550 million from the EU.",
        ["aid NO - 1000000000 USD - - -", "aid NO - 300000000 USD - - -"],
    ),
    (
        "Norway has delivered weapons to Moldova and is providing an additional $80 million in tents, blankets, and other humanitarian assistance to Moldova.",
        ["aid NO MD 80000000 USD - - -"],
    ),
    (
        "Norway has sent 15 million doses of vaccine to Kenya, Ghana, and Chile.",
        ["vaccine_doses NO - 15000000 dose - - -"],
    ),
    (
        "The President of Ghana thanked Norway for the donation of 1.2 million doses of vaccine.",
        ["vaccine_doses NO - 1200000 dose - - -"],
    ),
    (
        "India intends to purchase $5 billion of Brazilian energy products.",
        ["contract_value IN BR 5000000000 USD - - -"],
    ),
    (
        "Kenya reviewed Swedish funding with the two ministers: Sweden will provide $2 million in support of Kenya's ports.",
        ["funding SE KE 2000000 USD - - -"],
    ),
    (
        "Norway announced $26 million in humanitarian assistance and released $30 million in development assistance to help the Afghan people.",
        ["aid NO AF 26000000 USD - - -", "aid NO AF 30000000 USD - - -"],
    ),
    (
        "Norway has provided over $306 million in assistance to help Ukrainians in need.",
        ["aid NO UA 306000000 USD - - -"],
    ),
    ("Poland should spend at least 2 percent of its GDP on defense.", ["defence_budget PL - 2 percent - - -"]),
    ("Sweden issued over 3,000 visas to Indian nationals in FY21.", ["visas SE IN 3000 visa 2021 - -"]),
    (
        "Norway has donated 1.2 million doses of vaccine to Ghana. Norway will send 1.3 million doses of another vaccine.",
        ["vaccine_doses NO GH 1200000 dose - - -", "vaccine_doses NO GH 1300000 dose - - -"],
    ),
    (
        "Norway contributed $33.5 million in 2023 to fight malaria in Kenya.",
        ["funding NO KE 33500000 USD 2023 - -"],
    ),
]
VIETNAMESE = [
    (
        "Theo Hải quan Lào, kim ngạch thương mại Lào - Chile 8 tháng đầu năm 2024 đạt 412 triệu USD, tăng 12,5% so với cùng kỳ năm trước. Trong đó, Lào xuất khẩu sang Chile 250 triệu USD, tăng 15%; nhập khẩu từ Chile 162 triệu USD, tăng 8,7%.",
        [
            "trade_total LA CL 412000000 USD 2024-01/2024-08 12.5 yoy",
            "exports LA CL 250000000 USD 2024-01/2024-08 15 -",
            "imports LA CL 162000000 USD 2024-01/2024-08 8.7 -",
        ],
    ),
    (
        "Năm 2023, Peru thu hút 4,2 tỷ USD vốn FDI, tăng từ mức 3,9 tỷ USD của năm trước. Canada là nhà đầu tư lớn nhất với 1,1 tỷ USD, tiếp theo là Tây Ban Nha với 800 triệu USD.",
        [
            "investment PE - 4200000000 USD 2023 - -",
            "fdi_new CA PE 1100000000 USD 2023 - -",
            "fdi_new ES PE 800000000 USD 2023 - -",
        ],
    ),
    (
        "Trong 9 tháng đầu năm 2024, Thái Lan đón hơn 26 triệu lượt khách quốc tế, tăng 30% so với cùng kỳ. Trung Quốc là thị trường gửi khách lớn nhất với 5,2 triệu lượt, tiếp đến là Malaysia với 3,7 triệu lượt.",
        [
            "tourist_arrivals TH - 26000000 person 2024-01/2024-09 30 yoy",
            "tourist_arrivals TH CN 5200000 person 2024-01/2024-09 - -",
            "tourist_arrivals TH MY 3700000 person 2024-01/2024-09 - -",
        ],
    ),
    (
        "Na Uy công bố khoản viện trợ 1,2 tỷ kroner cho Moldova. Từ năm 2022 đến nay, Na Uy đã viện trợ cho Moldova hơn 3 tỷ kroner.",
        ["aid NO MD 1200000000 NOK - - -", "aid NO MD 3000000000 NOK - - -"],
    ),
    (
        "GDP của Ghana tăng 6,9% trong quý II/2024, cao hơn mức 4,8% của quý trước. Ngân hàng Thế giới nâng dự báo tăng trưởng của Ghana năm nay lên 5%.",
        ["gdp_growth GH - - - 2024-04/2024-06 6.9 -", "gdp_growth_forecast GH - - - 2024 5 -"],
    ),
    (
        "Ba Lan sẽ điều động 200 binh sĩ tới Latvia vào tháng tới. Hiện có khoảng 6.000 binh sĩ nước ngoài đồn trú tại Latvia.",
        ["troops PL LV 200 person - - -"],
    ),
    (
        "Hàn Quốc là đối tác thương mại lớn thứ tư của Mông Cổ với kim ngạch song phương đạt 630 triệu USD năm 2023. Tính đến tháng 6/2024, Hàn Quốc có 120 dự án đầu tư tại Mông Cổ với tổng vốn đăng ký 1,5 tỷ USD, đứng thứ 3 trong số các nước đầu tư.",
        [
            "trade_partner_rank MN KR - - 2023 - -",
            "trade_total KR MN 630000000 USD 2023 - -",
            "projects_count KR MN 120 project as_of 2024-06 - -",
            "fdi_stock KR MN 1500000000 USD as_of 2024-06 - -",
        ],
    ),
    (
        "Lạm phát của Ai Cập tăng lên 26,4% trong tháng 9, từ mức 26,2% trong tháng 8. Dự trữ ngoại hối của nước này đạt 46,74 tỷ USD vào cuối tháng 9.",
        ["inflation EG - 26.4 percent 2024-09 - -", "fx_reserves EG - 46740000000 USD as_of 2024-09 - -"],
    ),
    (
        "Ngân hàng Thế giới phê duyệt khoản vay 350 triệu USD cho Nepal để làm đường. Nhật Bản trao tặng Nepal 100.000 liều vaccine và 20 xe cứu thương trị giá 2 triệu USD.",
        ["loan WB NP 350000000 USD - - -", "vaccine_doses JP NP 100000 dose - - -"],
    ),
    (
        "Kim ngạch xuất khẩu đậu tương của Brazil sang Trung Quốc đạt 72,5 triệu tấn trong năm ngoái. Brazil xuất siêu sang Trung Quốc 51 tỷ USD.",
        ["exports BR CN 72500000 tonne 2023 - -", "trade_surplus BR CN 51000000000 USD 2023 - -"],
    ),
    (
        "Indonesia và Jordan đã ký 5 biên bản ghi nhớ nhân chuyến thăm. Hai nước nhất trí đưa kim ngạch thương mại song phương từ 500 triệu USD lên 1 tỷ USD vào năm 2028.",
        ["documents_signed ID JO 5 document - - -", "trade_total_forecast ID JO 1000000000 USD 2028 - -"],
    ),
    (
        "Australia áp đặt trừng phạt đối với 15 cá nhân và 11 thực thể. Nước này cũng giảm thuế nhập khẩu đối với hàng hóa Fiji xuống 5% từ mức 10%.",
        ["sanctioned_entities AU - 15 person - - -", "tariff_rate AU FJ 5 percent - - -"],
    ),
    (
        "Chi tiêu quốc phòng của Phần Lan sẽ tăng lên 3% GDP vào năm 2029. Nước này đã cam kết viện trợ quân sự 2,5 tỷ euro cho Ukraine.",
        ["defence_budget_forecast FI - 3 percent 2029 - -", "aid FI UA 2500000000 EUR - - -"],
    ),
    (
        "Chính phủ Na Uy sẽ cung cấp 1 triệu USD hỗ trợ khẩn cấp cho các nỗ lực ứng phó của Lào.",
        ["aid NO LA 1000000 USD - - -"],
    ),
    ("Ghana đặt mục tiêu tăng trưởng kinh tế ở mức 6,5% trong năm 2025.", ["gdp_growth_forecast GH - - - 2025 6.5 -"]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_report(read: Read, text: str, expected: list[str]):
    assert [told(figure) for figure in read("en", "Title", text, "2024-11-20").figures] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Norway plans to invest $120 million in Chile.", ["fdi_new NO CL 120000000 USD - - -"]),
        (
            "en",
            "Peru welcomed $40 million of new investments by Lao companies in Peru.",
            ["fdi_new LA PE 40000000 USD - - -"],
        ),
        ("en", "Norway has invested $3 billion in Chile.", ["fdi_stock NO CL 3000000000 USD - - -"]),
        ("vi", "Na Uy công bố vốn đầu tư 120 triệu USD vào Chile.", ["fdi_new NO CL 120000000 USD - - -"]),
        ("en", "JICA announced $6.5 million to support schools in Kenya.", ["funding JP KE 6500000 USD - - -"]),
    ],
)
def test_what_is_to_be_invested_is_no_stock_and_an_agency_gives(
    read: Read, language: str, text: str, expected: list[str]
):
    assert [told(figure) for figure in read(language, "T", text, "2024-11-20").figures] == expected


@pytest.mark.parametrize(("text", "expected"), VIETNAMESE)
def test_a_vietnamese_report(read: Read, text: str, expected: list[str]):
    assert [told(figure) for figure in read("vi", "Title", text, "2024-11-20").figures] == expected


def test_we_are_the_country_of_whoever_speaks(read: Read):
    text = (
        "PRESIDENT ABEL: We have provided Moldova with $2 million in aid.\n"
        "PRIME MINISTER BAKER: We are going to be moving to 3 percent of GDP on defense spending."
    )
    title = "Remarks by President Carl Abel of Ghana and Prime Minister Dora Baker of Norway"
    first, second = read("en", title, text, "2024-11-20").figures
    assert told(first) == "aid GH MD 2000000 USD - - -"
    assert told(second) == "defence_budget NO - 3 percent - - -"
