"""The forms of numbers, and the words that begin or end with a numeral and are no numbers (一切, 统一, 四川, 队伍)."""

from bilat.lang.zh.numbers.value import BIGS, UNITS

S = "[ ]{0,3}"
_PLAIN_DIGITS = "〇零○一二三四五六七八九两"
_FORMAL = "壹贰叁肆伍陆柒捌玖俩"
_D = f"[{_PLAIN_DIGITS}{_FORMAL}]"
_U = f"[{UNITS}{BIGS}廿卅]"
_MORE = "[多余几来]"

_NOT_AFTER = {
    "一": "切些样起定直致般旦方时向再道贯体同并律度下边面路带行如概味举连流线生手看共旁心番阵经齐统意揽瞬"
    "应代股端番脉视跃举贯目哄窝",
    "二": "手战氧维胡",
    "三": "明亚峡星里门角农联亚军思番藩沙都",
    "四": "川处周海季平肢面",
    "五": "角大台洲粮金谷官星",
    "六": "安合盘",
    "七": "夕彩",
    "八": "达卦路方仙股",
    "九": "州江寨龙华泉",
    "十": "分足堰字月",
    "两": "岸会院侧旁栖性",
}
"""What after a numeral alone makes a word of it."""
_NOT_BEFORE = "进统万唯同之单专逐这每某那任周期拜不惟第再划第张李对"
"""What before a numeral alone makes a word of it: 统一, 之一, 周三."""

_ALONE = "|".join(f"{numeral}(?![{after}])" for numeral, after in _NOT_AFTER.items()) + "|[廿卅]|[〇零](?=[度%])"
_ASCII = (
    r"(?:(?:(?<![0-9,])[0-9]{1,3}(?:,[0-9]{3})+(?!,?[0-9])|[0-9]+)(?:\.[0-9]+(?!\.[0-9])|"
    rf"·[0-9]+(?={S}(?:[万亿%成折]|个?{S}百{S}分)))?"
    r"|(?<![0-9A-Za-z.])\.[0-9]+)(?:[eE][+-]?[0-9]{1,3}(?![0-9A-Za-z])|k(?![A-Za-z]))?"
)
_POINT = f"{S}点{S}[{_PLAIN_DIGITS[:-1]}{_FORMAL[:-1]}]+"

CHINESE = (
    rf"(?>(?:{_D}|{_U})(?:{S}{_U}|{_D}|(?<={_U}){S}{_D}|{S}零?{_MORE}{S}(?=[{BIGS}]))+(?:{_POINT}(?:{S}[{BIGS}])*)?"
    rf"|(?:{_D}|[十百千]){_POINT}(?:{S}[{BIGS}])*)"
)
"""Two characters or more: 二十三, 一千 二百, 十几万, 六点五. Atomic, as MIXED: a long run is scanned once."""
MIXED = (
    rf"(?>{_ASCII}(?:{S}{_MORE}?{S}[{UNITS}{BIGS}](?:{S}{_MORE}?{S}[{UNITS}{BIGS}])*"
    rf"(?:[ ]?零?[0-9]++(?:{S}[{UNITS}{BIGS}])*)*)?)"
)
"""Digits, with characters for the units: 1,659.5, 30多万, 1.45万亿, 7万5千4百, 3万4000."""
ALONE = rf"(?<![{_NOT_BEFORE}])(?:{_ALONE})(?!{_D}|{_U})"
PLAIN = f"(?:{MIXED}|{CHINESE}|{ALONE})"
LOOSE = f"(?:{MIXED}|{CHINESE}|{_D}|十|百)"
"""After 第, 百分之 and the like a numeral alone is a number whatever follows."""

NO_TENTHS = "(?![立为员功本果都长就绩熟分交效型片千群品人语年因见形])"
VAGUE = (
    rf"(?:数|好?几|好多|上|成){S}[十百千万亿](?:{S}[{UNITS}{BIGS}])*(?:上[万亿])?(?![一二三四五六七八九分])|成千上万"
)
"""数百, 几十, 上千, 数十亿."""
