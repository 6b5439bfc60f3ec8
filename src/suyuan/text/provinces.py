"""The provinces of China by the names that news calls them."""

from __future__ import annotations

import re

PROVINCE = re.compile(
    r"河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|北京|上海|天津|重庆|香港|澳门|台湾"
)


def provinces(text: str) -> frozenset[str]:
    """The provinces that a folded text names."""
    return frozenset(PROVINCE.findall(text))
