"""The forms of dates with numbers in them: years, months, days, and numeric dates.

Fragments of regular expressions; `words.py` has the forms made of words, `piece.py` puts both together. What looks
like a date and is none (3月龄, 30日均, 5号楼, 100日元 …) is kept out here, beside the form it resembles.
"""

_ONES = "一二三四五六七八九"


def _numerals() -> dict[str, int]:
    table = {str(n): n for n in range(100)} | {f"{n:02d}": n for n in range(10)} | {"〇": 0, "零": 0}
    for tens, words in enumerate((("",), ("十",), ("二十", "廿"), ("三十", "卅"))):
        for word in words:
            if word:
                table[word] = 10 * tens
            table |= {word + one: 10 * tens + n for n, one in enumerate(_ONES, 1)}
    return table


SMALL = _numerals()
"""Every way to write the numbers of days and months."""

S = "[ ]{0,2}"
"""Publishers set spaces between digits and characters."""
N = f"(?:[0-9]{{1,2}}|[二三]?十[{_ONES}]?|[廿卅][{_ONES}]?|[{_ONES}])"
TO = rf"{S}(?:至|到|[-—–~―─]{{1,2}}){S}"
AND = rf"{S}[、和及与]{S}"

JAPAN = "本(?![报刊社台网站周月季年市省县区州届次院地国轮场着该]|公司|星期|组织)"
"""日 before this is the first half of 日本, not a day before 本周, 本报 and the like."""

NOT_DAY = (
    "(?!游(?![行览说])|均[线价值量]|[元圆方龄产程志子系]|中[两首双友关]|内(?![比罗蒙政阁])|以内|之内|以上|之久|左右"
    "|多[次名人个天])"
)
"""日 before this is no day of the month: 三日游, 5日均线, 100日元, 10日内."""
NOT_NUMBERED = (
    "(?![楼线院馆机厅仓门厂站房店台桥井岛矿火卫船舰艇舱文令法决公路国省车型炉坑码召称选种球员段区洞墓塔营别案提议战"
    "飞卡柜位]|以[上下内]|航[天班])"
)
"""号 before this numbers a thing: 5号楼, 7号线, 6号院."""

_DAY_MARK = f"(?:日{NOT_DAY}|号{NOT_NUMBERED})"
MONTH_MARK = "月(?![球龄薪饼嫂]|革命|怀胎)"
_NO_MORE = f"(?![0-9〇零{_ONES}十月年个多余天届名位项次])"


def _days(name: str) -> str:
    """A day of the month, perhaps with the day that begins a range or list before it: 12日, 30-31日, 5、6日."""
    return rf"(?:(?P<{name}from>{N})(?:(?P<{name}to>{TO})|{AND}))?(?P<{name}>{N}){S}{_DAY_MARK}"


def _months(name: str) -> str:
    """A month, perhaps with the month that begins a range before it: 9月, 1至8月."""
    return rf"(?:(?P<{name}from>{N}){TO})?(?P<{name}>{N}){S}{MONTH_MARK}份?(?({name}from)(?!{S}{N}{S}[日号]))"


def _tail(name: str) -> str:
    """A part of a month: 上旬, 底, 初."""
    return rf"(?P<{name}>[上中下]旬|[上下]半月|月?[底末]|初(?![{_ONES}十])|中(?=[,。;、)(]|$))"


_DIGIT = f"[〇零○{_ONES}]"
_BEFORE = rf"(?<![0-9第〇零○{_ONES}])(?<![0-9],)"
_THOUSANDS = f"[一二两]千(?:零?[一二三四五六七八九]?十[{_ONES}]?|零[{_ONES}])?"

_YEAR = (
    rf"民国{S}(?P<minguo>元|[0-9]{{1,3}}|[{_ONES}十百]{{1,6}}){S}年"
    r"|(?<![0-9.第])(?P<minguo3>1[01][0-9])年(?=[0-9]{1,2}月)"
    rf"|{_BEFORE}(?:(?P<yearfrom>[12][0-9]{{3}}){S}年?{TO})?"
    rf"(?P<year>(?!1[0-4][0-9]{{2}}{S}年[前来多])[12][0-9]{{3}}|[一二]{_DIGIT}{{3}}|{_THOUSANDS}){S}年(?!的?历史(?![教性上学高低新最])|的?文明史)"
    rf"|{_BEFORE}(?P<year2>[0-9]{{2}}|{_DIGIT}{{2}}){S}年(?={S}{N}{S}月)"
    rf"|{_BEFORE}(?P<year0>[0零〇]{_DIGIT}|0[0-9]){S}年"
    r"|(?P<yearword>(?<!如)今年|大?前年|去年|明年|后年|本年(?![级龄])|来年|翌年|次年"
    r"|(?<![相不])同年(?![级龄])|(?<![想恰])当年)"
)
_YEAR_PART = (
    r"(?P<yearpart>[上下前后]半年|第?[一二三四1-4]季度?|首季度?|前[三二两23]个?季度"
    rf"|年?[初底末](?![{_ONES}十])"
    rf"|(?:前|首)(?P<firstmonths>{N})个?月)"
)

YMD = (
    rf"(?:{_YEAR})(?:{S}的?{S}(?:{_months('month')}|(?P<thismonth>本月))"
    rf"(?:{S}(?:{_days('day')}|(?P<dayonly>十[{_ONES}]?|[二三]十[{_ONES}]?){_NO_MORE}|{_tail('monthpart')}))?"
    rf"|[ ]?的?{_YEAR_PART})?"
)
"""A year, with what may follow it: 2023年, 去年11月, 2023年12月12日至13日 (as 12日), 今年前三季度."""

MD = (
    rf"(?<![0-9第历几每个近半])(?<![^指总人]数)(?<![0-9],)(?<!每年){_months('bmonth')}(?:{S}(?:{_days('bday')}|{_tail('bmonthpart')}))?"
    r"|(?P<monthword>(?:本|上个?|下个?|这个?|当|同|次|翌)月(?![球亮])份?)"
    rf"(?:{S}(?:{_days('wday')}|{_tail('wmonthpart')}))?"
)
"""A month without a year: 12月12日, 9月, 1至8月, 本月12日, 上月底."""

_HAPPENS = "(?:预计|[在与会将抵访赴举上下晚对就到前起至和同于])"
"""After 8号 this tells a day, also in the middle of a phrase."""
_NOT_NAME = r"(?<![0-9A-Za-z\u4e00-\u9fff-])"
"""Nothing before that 十五号 may number: 神舟十五号."""
DAY = (
    r"(?<![0-9第近每逾整/])(?<![0-9][.,:])(?<![近每逾整][ ])(?<![^纽]约)(?<![^中]共)(?<![^其]余)(?:"
    rf"(?:(?P<day2from>[0-9]{{1,2}})(?:(?P<day2to>{TO})|{AND}))?(?P<day2>[0-9]{{1,2}}){S}日{NOT_DAY}(?!后)"
    rf"|(?:(?<!\w)|(?=[0-9]{{1,2}}号{_HAPPENS})(?<![0-9A-Za-z月-]))(?P<day3>[0-9]{{1,2}}){S}号{NOT_NUMBERED}"
    rf"|(?:{_NOT_NAME}|(?<=[至到和与及于自从在本])|(?<![数几近第百千余零])(?=[二三]?十[{_ONES}]?日{_HAPPENS}))"
    rf"(?P<day4>[二三]?十[{_ONES}]?)[日号]{NOT_NUMBERED}{NOT_DAY})"
)
"""A day alone: 12日, 2日到4日, 20号, 十二日. Chinese numerals and 号 only at the beginning of a phrase (神舟十五号)."""

_NO_NUMBER_AFTER = r"(?![0-9A-Za-z%]|[./][0-9]|-[0-9]+(?![0-9./-]))"
NUMERIC = (
    r"(?<![0-9A-Za-z./])(?:(?P<n1>[12][0-9]{3})(?P<nsep>[-/.])(?P<n2>[0-9]{1,2})(?P=nsep)(?P<n3>[0-9]{1,2})"
    rf"|(?P<e1>[0-9]{{1,2}})(?P<esep>[-/.])(?P<e2>[0-9]{{1,2}})(?P=esep)(?P<e3>[12][0-9]{{3}})){_NO_NUMBER_AFTER}"
)
"""2023-12-12, 2023/12/12, 2023.12.12, and day first: 12/07/2022 is 12 July."""

YEARS = rf"(?<![0-9.-])(?P<firstyear>(?:19|20)[0-9]{{2}}){TO}(?P<lastyear>(?:19|20)[0-9]{{2}})(?![0-9.%年月/-]|[ ]年)"
"""2021-2025: years without 年, when there are two of them."""

DECADE = (
    rf"(?P<years>[12][0-9]{{2}}0){S}年代"
    rf"|(?:(?P<century>[0-9]{{1,2}}|[{_ONES}十]{{1,3}}|上个?|本){S}世纪{S})?"
    rf"(?P<decade>[1-9]0|[一二三四五六七八九]十){S}年代"
)
"""90年代, 20世纪80年代, 上世纪五十年代."""
