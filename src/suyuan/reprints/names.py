"""Which newsroom a name as credited stands for: 许女士告诉某某新闻记者 names 某某新闻, 据当地媒体报道 names none."""

from __future__ import annotations

import re

from suyuan.outlets import Directory
from suyuan.text import fold
from suyuan.text.provinces import PROVINCE

# What follows an outlet's name where it is credited by its account, edition or person.
SUFFIXES = re.compile(
    r"(?:官方)?(?:新闻)?(?:客户端|微信公众号|微信公号|公众号|公号|微信|微博|官微|官网|网站|视频号|抖音号|头条号|百家号|新媒体|app|网页版|电子版)$"
    r"|(?:综合|独家|最新|今日|今天|昨日)?(?:报道|消息|快讯|快报|特稿|专电|电|讯)$|(?:综合|最新|此前|援引|特约|评论员|首席|实习|见习|编辑部|视频组|更新时间|视频|体育|财经|评论|记者团)$"
    r"|(?:记者|作者|编辑|责编|流程|编译|见习|通讯员)[一-鿿]{0,4}$|[-—|｜].*$"
)
# What stands before it: who spoke to whom, or the country that the writer adds.
PREFIXES = re.compile(
    r"^.*(?:告诉|接受|回应|对|向|给|与|据|在|了|来自|随后|但|称|均为|一名|一位)(?=[一-鿿]{2})"
    r"|^(?:另|而|当|也)(?=[一-鿿]{3})"
    r"|^(?:台湾|台媒|香港|港媒|澳门|英国|英媒|美国|美媒|俄罗斯|俄媒|日本|日媒|韩国|韩媒|法国|德国|以色列|加拿大|澳大利亚|新加坡|印度|伊朗|乌克兰|土耳其|中央广播电视总台|媒体)(?=[一-鿿a-z0-9]{2})"
    rf"|^(?:{PROVINCE.pattern})(?=[一-鿿]{{4}})"
)
# What may stand around a name that the directory knows; in a name that it does not know the same letters are part
# of it: 从化日报, 自贡日报, 北山网.
AROUND = re.compile(
    r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日|^(?:另|而|当|也|如|正如|自|从|还有|包括|结合|参考|其中|丨|｜|中国|台|俄|美|英|法|日|韩|港|以|伊|德)"
    r"|(?:官方)?网(?:站)?(?:\d{1,2}日)?(?:发布)?$|\d{1,2}日(?:发布)?$|发布$"
)
# What an unknown name must end with to be an outlet: 某某晚报, 某某网, 某某新闻.
OUTLET_LIKE = re.compile(
    r"(?:[日晚早晨时周月商青年都市快法工农人民导]报|报纸?|[一-鿿]网|在线|新闻|[通讯]社|周刊|杂志|电视台|电台|广播|卫视|频道|融媒体?(?:中心)?|传媒|视频|财经|观察|快讯|时报|论坛|发布"
    r"|新闻社|news|times|post|daily|客户端)$"
)
# Words that end like an outlet and are none.
NO_OUTLET = re.compile(
    r"^(?:国家|官方|地方|军方|公共|陆军|都市|省级?|市级?|本地|总统府?|有线)?(?:通讯社|电视台|电视网|广播|广播电台|电台|传媒|时报|日报|商报|每日报|晚报|都市报|新闻网|新闻台|新闻社|女报|专报|中报|研报)$"
    r"|^(?:原题|原标题|题)|\d(?:元|折)|第\d+页|查看原文|否认|击中|^\d{1,2}日"
    r"|^(?:本|该|此|某|其|有|多家|多个|当地|相关|境外|国外|国内|外国|海外|官方|中央|地方|主流|权威|综合|今日|昨日|最新|现场|网络|互联|上|在|从|对|向|与|和|被|新|各)?"
    r"(?:报|网|媒体|外媒|韩媒|日媒|美媒|英媒|港媒|台媒|俄媒|官媒|新闻|网络|互联网|社交网|官网|网站|公司官网|发布|视频|频道|记者|公开资料|资料|网友|消息|公告|通报|快讯|研究|统计|介绍|了解|悉|称|观察|财经|报道)$"
    r"|cfp|ic ?photo|东方ic|视觉中国|图虫|摄图网|图库|供图|制图|配图|截图"
    r"|的|网友|音频|水印|稿件|整理|^编辑|责编|^作者|版权|当事人|账号|来信|管理员"
    r"|宣传部|警方|公安|法院|消防|政府|新闻办|委员会|(?:公告|通报|公报|汇报|情报|预报|警报|年报|季报|财报|月报|海报|举报|申报|简报)$"
)


def newsroom(name: str, *, outlets: Directory, is_certain: bool = False) -> str | None:
    """The newsroom of a name as credited; None where the words are no outlet (据当地媒体报道)."""
    plain = "".join(fold(name).split()).strip(_EDGES)
    while True:
        if outlet := outlets.by_name(plain) or outlets.by_name(AROUND.sub("", plain)):
            return outlet.group or outlet.id
        shorter = PREFIXES.sub("", SUFFIXES.sub("", plain)).strip(_EDGES)
        if shorter == plain or len(shorter) < 2:
            break
        plain = shorter
    if not 2 <= len(plain) <= 14 or plain.isdigit() or NO_OUTLET.search(plain):
        return None
    # A short name that is no outlet's is a person's: 来源：某报 张三.
    if OUTLET_LIKE.search(plain) or (is_certain and len(plain) > 3):
        return outlets.newsroom(plain)
    return None


_EDGES = "@《》“”\"'’.·-—:：/ "
