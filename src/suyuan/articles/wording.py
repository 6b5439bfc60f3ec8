"""What a line of a news page says about itself: tables of forms of words, for lines of every kind but running text.

Every row of a table carries an example; the examples are tests.
"""

from __future__ import annotations

import re
from functools import lru_cache

from suyuan.records import BlockKind

# kind, form of words, example, what such a line begins with (a space stands for white space; nothing: it may begin with
# anything, and _TELLING is in it). The whole line has to be such a line. What a form begins with in (?=[^…]*+[…]) is a
# character without which it cannot be: looking for one costs little, and most lines have none.
WHOLE_LINES: tuple[tuple[BlockKind, re.Pattern[str], str, str], ...] = tuple(
    (kind, re.compile(pattern, re.I), example, opening)
    for kind, pattern, example, opening in (
        # ── editors 责任编辑 ──
        (BlockKind.EDITOR, r"^[\[【（(〔]?\s*(?:(?:本文|本期|值班|执行|责任|主任|网络|见习|实习|文字|视频|视觉|图片|新媒体|英文|轮值|版面|微信)?\s?(?:责编|责任编辑|編輯|责任編輯|编辑|编审|编导|配音|版式设计|主编|总编辑|校对|校對|审核|审校|复审|终审|初审|一审|二审|三审|监制|監製|统筹|策划|制图|美编|排版|编务|签发|监审|审读|审签|值班总监|编委)\s?(?:[:：丨|｜/／\s]|为))[^。！？]{1,60}$", "责任编辑：李晓明_NB1234", "[【（(〔 配本值执责主网见实文视图新英轮版微編编总校审复终初一二三监監统策制美排签"),
        (BlockKind.EDITOR, r"^[\[【（(].{0,6}(?:责任编辑|责编|编辑|編輯|校对|审核|作者系|编校)\s?[:：/].{1,40}[\]】）)]$", "【编辑:李晓明】", "[【（("),
        (BlockKind.EDITOR, r"^(?:(?:本文|文章)来源|来源)[:：].{1,24}(?:责任编辑|责编|编辑)[:：].{1,30}$", "本文来源：甲乙日报 责任编辑：李晓明_NB1234", "本文来"),
        (BlockKind.EDITOR, r"^(?:发布|更新|发表)?(?:日期|时间)[:：].{6,24}(?:责任编辑|责编|编辑)[:：].{1,30}$", "发布日期：2031-07-04 责任编辑：李晓明", "发更日时"),
        (BlockKind.EDITOR, r"^(?:编辑|責編|责编)\s?[\u4e00-\u9fff]{2,4}(?:[\s、]{1,3}(?:校对|审核|编辑)\s?[\u4e00-\u9fff]{2,4})*$", "编辑 李晓明 校对 王小红", "编責责"),
        # ── notices 声明、扫码、版权、下载 ──
        (BlockKind.NOTICE, r"^[（(【\[*※#＊▲●\s]{0,3}(?:特别声明|免责声明|版权声明|广告声明|声明|郑重声明|免责条款|风险提示及免责|版权说明|转载声明|法律声明|特别提醒及免责|重要声明|原标题声明)[:：】\]].*$", "声明：本文仅代表作者个人观点，与本网无关。", "（(【[*※#＊▲● 特免版广声郑风转法重原"),
        # A court finds, too, that a photograph was used without permission: a notice says what is not allowed.
        (BlockKind.NOTICE, r"^(?=[^载复摘镜侵追违]*+[载复摘镜侵追违])(?:.{0,30}(?:谢绝|禁止|严禁|不得|请勿|切勿)(?:擅自|任意|随意|私自|以任何(?:形式|方式))?.{0,10}(?:转载|复制|摘编|镜像)|.{0,20}(?:转载请(?:注明|联系|标明|申请)|转载须|如需转载|欢迎转载|转载授权|授权转载请)|(?:版权所有|本文|原创|[^，。]{0,12}版权)?.{0,6}未经(?:书面|本.|协议|[^，。]{0,8})?(?:授权|许可|允许|同意).{0,24}(?:转载|复制|摘编|镜像|侵权|追究|违者)).{0,60}$", "本文为原创文章，未经授权不得转载，如需转载请联系本网", ""),
        (BlockKind.NOTICE, r"^(?=[^权网]*+[权网])(?:.{0,26}(?:(?:如|若)(?:有|涉及?)侵权|侵权(?:请|必|后)?.{0,6}删|侵权必究|涉及版权.{0,12}(?:联系|删除)|版权归(?:原作者|作者|原|[^，。]{1,10})所有)|.{0,10}(?:图片|图文|素材|图|文|内容|信息|资料|视频)(?:均|部分|皆)?(?:来自|来源于?)(?:网络|互联网)).{0,50}$", "图片来自网络，如有侵权，请联系删除。", ""),
        (BlockKind.NOTICE, r"^(?=[^代构仅与]*+[代构仅与]).{0,30}(?:仅代表作者(?:本人|个人)?(?:观点|立场)|(?:(?:本文|文章|文中|以上|该文|内容|转载).{0,24}不代表.{0,12}|不代表(?:本|平台|刊登|[^，。]{0,6}(?:网|号|报|社)的?).{0,8})(?:观点|立场|意见)|不构成(?:任何)?(?:投资)?建议|仅供参考，不|观点仅供参考|与本(?:站|网|平台)(?:无关|立场)|仅代表该作者).{0,60}$", "本文仅代表作者观点，不代表本平台立场。", ""),
        (BlockKind.NOTICE, r"^(?=[^扫长识]*+[扫长识])(?!\d|[^扫长识]{0,6}[者民客户人他她]).{0,8}(?:扫(?:一扫|描|码)|长按|识别)(?:下方|上方|下图|图中|右侧|左侧|文末)?(?:的)?.{0,4}(?:二维码|关注|下载|加入|进群|图片).{0,40}$", "扫描下方二维码关注我们", ""),
        (BlockKind.NOTICE, r"^(?:.{0,8}(?:点击(?:上方|下方|左下角?|右上角?|右下角?|文末|底部|这里|此处|以下)?.{0,3}(?:蓝字|名片|卡片|链接|阅读原文|阅读全文|关注|二维码|小程序|公众号)|戳(?:这里|下方|图))|.{0,14}(?:点个?[【\[“]?在看|请(?:您)?点个?[【\[“]?赞|点赞(?:[、和+]?(?:在看|转发|分享|关注|收藏))+)|.{0,12}关注(?:我们|本公众号|公众号|官方微信|.{0,12}微信公众号(?!，通过))|微信(?:搜索|扫一扫)|.{0,12}公众号\s?[:：]|(?:请|欢迎|扫码|立即|马上|更多.{0,12})?下载.{0,10}(?:APP|客户端)|.{0,4}更多(?:精彩|原创|资讯|内容|新闻).{0,16}(?:请|关注|下载|点击|尽在)).{0,60}$", "更多精彩资讯请下载“甲乙新闻”客户端", ""),
        (BlockKind.NOTICE, r"^(?=[^爆投合]*+[爆投合])(?!\d).{0,12}(?:(?<![手真机星剧])(?:爆料|投稿)(?:请|热线|邮箱|电话|微信|联系|QQ)?|(?:商务|广告|媒体|内容|版权|品牌|市场)合作(?:请|热线|邮箱|电话|微信|联系|QQ)?|合作(?:热线|邮箱|电话|微信|QQ|联系))\s?[:：].{0,60}$", "爆料热线：010-00000000", ""),
        (BlockKind.NOTICE, r"^[（(]?本文(?:来自|首发于|首发自|系|由|为|转自|转载自|选自|经).{1,40}(?:授权|原创|首发|发布|编译|整理|出品|APP|客户端|转载|稿件|独家).{0,40}$", "（本文来自甲乙新闻，更多原创资讯请下载“甲乙新闻”APP）", "（(本"),
        (BlockKind.NOTICE, r"^(?:特此声明|特别声明|举报|纠错|我要纠错|返回(?:首页|顶部|搜狐).{0,14}|查看更多|阅读原文|阅读全文|展开全文|打开.{0,8}APP.{0,10}|分享(?:让更多人看到|到|至)?.{0,14}|收藏|点赞|评论|打赏|-+\s?(?:THE\s)?END\s?-+|—+\s?(?:THE\s)?END\s?—+|[（(]?完[)）]?|END|上一篇[:：]?.{0,60}|下一篇[:：]?.{0,60}|上一页|下一页|加载更多|【\d】(?:【\d+】)*|关键词[:：].{0,60}|标签[:：].{0,60}|责任编辑[:：]?|(?:#[^#\s]{2,12}#?\s?){2,})$", "- THE END -", "特举纠我返查阅展打分收点评-—（(完Ee上下加【关标责#"),
        (BlockKind.NOTICE, r"^(?:[【\[（(|｜\s]*+(?:打印|关闭|收藏|返回|分享|复制)(?:本页|此页|本文|此文|窗口|页面|上页|顶部|首页|列表|链接)?[】\])）|｜\s]*+){1,6}$", "【打印本页】【关闭窗口】", "【[（(|｜ 打关收返分复"),
        (BlockKind.NOTICE, r"^(?:您的|你的)?(?:浏览器|设备)(?:暂时)?(?:不支持|无法|版本过低).{0,40}$", "您的浏览器不支持视频播放", "您你浏设"),
        (BlockKind.NOTICE, r"^(?:本文由.{0,20}(?:AI|人工智能|机器人|大模型).{0,10}(?:生成|撰写|翻译|辅助)|[（(]?(?:图片|本文|配图|题图|内容|摘要|以上内容)?(?:由|为)?\s?AI\s?(?:生成|摘要|导读|辅助)).{0,40}$", "本文由机器人自动生成", "本（(图配题内摘以由为 Aa"),
        # ── captions 图说 ──
        (BlockKind.CAPTION, r"^[▲△▼▽↑↓☝👆👇](?!.{160}).{2,}$", "▲航站楼外景。视觉中国供图", "▲△▼▽↑↓☝👆👇"),
        (BlockKind.CAPTION, r"^[（(]?(?:资料图|資料圖|图源|图[:：]|图片来源|图据|图片来自|圖片來源|圖/|(?:视频|网络)?截图(?:[:：|｜/]|来自|自|[)）]?$)|配图[:：|｜/]|图/|图\s?[|｜丨]|图为|圖為|摄影[:：/]|供图[:：]|图片说明|圖說|[图圖]像[来來]源|[圖图]像加[註注]文字|题图|封面图|图片[:：]).{0,80}$", "图片来源：甲乙图库", "（(资資图圖网视截配摄供题封"),
        (BlockKind.CAPTION, r"^(?=.*+(?:(?<=[)）片面料國国C发图供摄影O稿])|(?<=[)）片面料國国C发图供摄影O稿]。))).{1,80}(?:[（(\s。](?:资料图片?|資料圖片?|资料照片|资料画面|资料|视觉中国|东方IC|新华社发|视频截图|网络截图|截图|视觉中国供?图?|(?:[\u4e00-\u9fff·]{2,10})?供图|供稿|示意图|效果图)|资料图片?|资料照片|资料画面|视觉中国|东方IC|新华社发|(?:视频|网络)截图|[\u4e00-\u9fff]{2,8}供图|(?:[\s（(。]|记者|通讯员|摄影师)[\u4e00-\u9fff·]{2,8}\s?摄(?:影)?|ICphoto|AP Photo)[)）]?[。]?$", "某国外交部副部长（资料图）", ""),
        # ── credit lines 署名 ──
        (BlockKind.BYLINE, r"^[（(【\[▌]?\s?(?:来源|稿源|稿件来源|文章来源|信息来源|新闻来源|資料來源|资料来源|消息来源|来\s源|转自|本文来源|出处|原文来源|原载)\s?[:：|｜丨/].{1,40}$", "来源：甲乙日报", "（(【[▌ 来稿文信新資资消转本出原"),
        (BlockKind.BYLINE, r"^[（(【\[]?\s?(?:文|撰文|采写|采訪|撰稿|作者|记者|編譯|编译|文字|整理|翻译|通讯员|图文|文图|文并图|文/图|出品|采编|执笔|文案|剪辑|摄影|拍摄)(?:\s?[/／|｜丨:：]|\s)\s?[^。！？]{1,50}$", "文/甲乙日报记者 李晓明", "（(【[ 文撰采作记編编整翻通图出执剪摄拍"),
        (BlockKind.BYLINE, r"^[（(【\[]?(?:本报|本网|本刊|本台|见习|实习|特约|首席|总台|[\u4e00-\u9fffA-Za-z]{2,12}?)(?:见习|实习|特约|首席|全媒体)?(?:记者|通讯员|特派员|评论员)[:：\s]{1,2}[\u4e00-\u9fff·\s、，/]{2,40}(?:报道|摄影报道|文/图|编译|综合报道)?[)）】\]]?$", "甲乙日报记者 李晓明", ""),
        (BlockKind.BYLINE, r"^[（(【\[](?:[^。，（()）]{0,10})(?:记者|通讯员|特约撰稿|撰稿)[^。，！？（()）]{2,40}[）)】\]]$", "（记者李晓明、何一鸣）", "（(【["),
        (BlockKind.BYLINE, r"^[（(【\[]?\s?(?:原标题|原题为|原題為|原标题为|本文原标题|原文标题)\s?[:：《“][^。]{2,70}$", "（原标题：某地发布新规）", "（(【[ 原本"),
    )
)  # fmt: skip
_LONGEST = 170
# What is in a line that may begin with anything; a caption tells by its last character.
_TELLING = re.compile(
    r"转载|复制|摘编|镜像|侵权|追究|违者|版权|网络|互联网|代表|不构成|仅供参考|与本|扫一扫|扫描|扫码|长按|识别|点击|点个?[【\[“]?(?:在看|赞)|戳"
    r"|关注|微信|公众号|下载|更多|爆料|投稿|合作|记者|通讯员|特派员|评论员"
)
_LAST = frozenset(")）片面料國国Cc发图供摄影Oo稿")

_Rows = tuple[tuple[BlockKind, re.Pattern[str]], ...]


def _rows(opening: str, *, is_telling: bool) -> _Rows:
    """The rows that a line with such a first character may be."""
    return tuple(
        (kind, pattern) for kind, pattern, _, first in WHOLE_LINES if opening in first or (is_telling and not first)
    )


_OPENINGS = {char for *_, first in WHOLE_LINES for char in first}
_OPENED = {char: _rows(char, is_telling=False) for char in _OPENINGS}
_OPENED_AND_TELLING = {char: _rows(char, is_telling=True) for char in _OPENINGS}
_ONLY_TELLING = _rows("\n", is_telling=True)


def kind_of(text: str) -> BlockKind | None:
    """What a whole line is when it is not running text; None where it may be."""
    return _kind_of(text) if len(text) <= _LONGEST else None  # long lines are not kept in memory, either


@lru_cache(maxsize=8192)  # menus and notices repeat from page to page
def _kind_of(text: str) -> BlockKind | None:
    opening = " " if text[:1].isspace() else text[:1]
    if _TELLING.search(text) or text.rstrip("。\n")[-1:] in _LAST:
        rows = _OPENED_AND_TELLING.get(opening, _ONLY_TELLING)
    else:
        rows = _OPENED.get(opening, ())
    return next((kind for kind, pattern in rows if pattern.match(text)), None)
