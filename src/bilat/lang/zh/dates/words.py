"""The forms of dates made of words: weekdays, 今天, 当天, 近日, 为期三天, 农历 and the time of day.

Fragments of regular expressions, like `pattern.py`.
"""

from bilat.lang.zh.dates.pattern import JAPAN, S

WEEKDAYS = {c: n for n, c in enumerate("一二三四五六")} | {c: n for n, c in enumerate("123456")} | {"日": 6, "天": 6}

_WEEK = "(?:周|星期|礼拜)"
_WHICH = "(?:上上个?|下下个?|上一?个?|下一?个?|这一?个?|本)"
_DAY_OF_WEEK = (
    "[一二三四五六](?![致同样定些旦般度批款围年岁次天个届0-9])|[1-6](?![0-9年])"
    f"|日(?!报(?![导道])|{JAPAN})|天(?![津然空文气])"
)

_AND_WEEKDAY = "(?:(?:[至到、及和]|(?=日))(?P<weekdayto>[一二三四五六日])(?=[,。;、)的访在将举上下晚飞赴抵于两]|$))?"
"""周一至五, 周六、日, 周六日."""

WEEKDAY = (
    r"(?<![每逢隔一两二三四五六七八九十几])(?<![每逢隔]个)(?<!超级)(?<!黑色)"
    rf"(?P<which>{_WHICH})?{_WEEK}(?:(?P<weekday>{_DAY_OF_WEEK}){_AND_WEEKDAY}|(?P<weekend>末))"
    rf"|(?P<week>{_WHICH}{_WEEK})(?![年边刊五])"
)
"""周二, 上周五, 下周末, 本周. Not 每周五, 两周一次, 周年, 周边."""

_TIAN = "天(?!津|安门|然[气的条]|气(?!温|候))"
"""天 that ends a day, not one that begins 天津, 天安门 (至今天津…, 说明天气…)."""
_RI = f"日(?!{JAPAN})"
_NOT_JAPAN = f"日(?!{JAPAN}|[韩美方俄菲澳英德中双两印])"
"""日 that ends a day, not one that means Japan: 目前日本, 同日方会谈."""

RELATIVE = (
    rf"(?P<dayword>(?<![如现])今(?:{_TIAN}|{_RI}(?!头条)|[晨早晚夜午])|昨(?:{_TIAN}|{_RI}|[晨早晚夜午])"
    rf"|明(?:{_TIAN}|{_RI}|[晨早晚午])|大?(?<![之以此目从日年月先会战赛])前(?:{_TIAN}|{_NOT_JAPAN}|晚)"
    rf"|大?(?<![以之今此然最先会战赛])后(?:{_TIAN}(?![性养])|{_NOT_JAPAN}))"
    r"|(?P<numberedword>[今昨明前本])\((?P<numberedday>[0-9]{1,2})\)(?P<numberedunit>[日天月年])"
    rf"|(?P<sameday>当(?:{_TIAN}|{_RI}|[晚夜])|同(?:一{_TIAN}|一?{_NOT_JAPAN})|翌{_RI}|隔{_TIAN}|第[二三]{_TIAN}"
    rf"|(?<![最之以目今然])[前后]一[天日](?!{JAPAN})"
    rf"|(?<![一二三四五六七八九十两几首此本上下每多再0-9])次{_NOT_JAPAN}(?![环全偏])|即日(?!起?[,。内本]))"
)
"""今天, 昨日, 今(12)日; and days told from another: 当天, 同日, 翌日."""

VAGUE = (
    r"(?P<vague>(?<!最)近[日期](?!点|本)|(?<![0-9今昨明当同次翌即往后每单])日前(?![往后来夕沿去])|(?<!目)前不久"
    r"|不久前|近来|连日来|(?<![0-9一二三四五六七八九十])日内(?!瓦)|前段时间|最近(?!的距离|[0-9一二两三四五六七八九十几数]{1,3}[多余]?(?:天|日|周|个?星期|个?月|年)))"
    r"|(?P<firstofyear>(?<![以之此目从年])[前首](?P<firstcount>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])个?月(?![0-9一二三四五六七八九十前后]))"
    r"|(?P<part>(?<![0-9年])(?:[上下]个?半年|前[三二两]季度|第?[一二三四]季度)|[上下]季度|[上下]半[月周]"
    r"|年[初底](?!始)|月[初底])"
)
"""近日, 不久前; 下半年, 一季度, 年底 of the year of publication."""

_UNIT = "(?:天|日|个?星期|个?礼拜|周(?!年|[边岁刊])|个?月|年)"
COUNT = "(?:[0-9]{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_UNCOUNTED = "(?<![0-9.第〇零一二三四五六七八九十百千])(?<![0-9],)(?!0)"
_DAYS_COUNTED = "天(?!津|安门|然[气的条]|才|气|空(?!袭)|下(?![来午跌滑]))"
_APART = r"(?<![^\W在于较比与和])"
"""Only at the beginning of a phrase, or after 在 and the like: 前三天, not 此前三天 or 当前一年."""

SPAN = (
    rf"(?P<stretch>过去|最近|近|未来|今后|{_APART}[前后上下])的?{S}"
    rf"(?P<stretchcount>{COUNT}|几|数)[多余]?{S}(?P<stretchunit>{_UNIT})"
    r"(?![级代龄均])(?:[间来内里])?"
    rf"|(?:为期|历时|长达|时长){S}(?:约|近)?(?P<lasts>{COUNT}|半){S}[多余]?{S}(?P<lastsunit>{_UNIT})"
    rf"|{_UNCOUNTED}(?P<agocount>{COUNT})[多余]?{S}(?P<agounit>天|周|个?星期|个月|年)"
    r"(?P<ago>之?前(?![往后来夕三两二])|以前|之?后(?![续来])|以后)"
    rf"|{_UNCOUNTED}(?P<dayscount>{COUNT})[多余]?{S}{_DAYS_COUNTED}"
)
"""过去十年, 最近两周, 未来几天; 为期三天; 5天前; 三天."""

_LUNAR_DAY = "(?:初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
_LUNAR_MONTH = "(?:[正腊冬]月|[一二三四五六七八九十]{1,2}月)"
LUNAR = (
    rf"农历(?:[0-9〇零一二三四五六七八九]{{4}}年)?{_LUNAR_MONTH}{_LUNAR_DAY}?|[12][0-9]{{3}}年农历{_LUNAR_MONTH}{_LUNAR_DAY}?"
    rf"|[正腊]月{_LUNAR_DAY}?|大年(?:初[一二三四五六七八九十]|三十)|{_LUNAR_MONTH}初[一二三四五六七八九十]"
)
"""Days of the lunar calendar, found and left unread."""

TIME = (
    rf"{S}(?:(?:当地|北京|美东|东京)时间{S})?(?:"
    r"(?:[上下中]午|晚[上间]|午间|凌晨|清晨|早[上晨间]|傍晚|深夜|午夜|夜[间里]|午后|一早|稍[早晚](?:时候|些时候)?|[早晚]些时候"
    r"|晚(?![会宴餐于报年期婚])|早(?![餐已期就报在年盘日])|夜(?![晚景市空]))"
    rf"(?:{S}(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[时点]|:[0-9]{{2}})(?:[0-9]{{1,2}}分|[许半整]|左右)*)?"
    rf"|{S}[0-9]{{1,2}}(?:时(?![间代])(?:[0-9]{{1,2}}分)?|点(?:[0-9]{{1,2}}分)?|:[0-9]{{2}}(?::[0-9]{{2}})?)(?:许|左右)?)"
)
"""The time of day that may follow a date."""
