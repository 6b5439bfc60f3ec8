"""Pages that hold no article: what they are instead, by a short code."""

from __future__ import annotations

import re

from suyuan.articles.features import size_of
from suyuan.articles.walk import Sheet
from suyuan.text import HAN, written_in

ENOUGH = 160  # Chinese characters of running text: a page with so much is an article, whatever else it says
_LITTLE = 20
_MANY_LINKS = 25
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BROKEN = 0.05  # share of characters that are none

_ALPHANUMERIC = re.compile(r"[^\W_]+")
_PART = 500
_LETTERS = 0.3  # share of characters that are letters or digits; in text of any language it is more than half
_MANY_PICTURES = 5
_LONGEST_SIGN = 60
_WALL = re.compile(
    r"(?:登录|登入|注册|订阅|付费|开通会员)后?(?:可|即可|才能)?(?:查看|阅读|继续|解锁)|仅限会员|(?:log|sign) in to (?:continue|read)|subscribe to (?:continue|read)|subscribers? only", re.I
)  # fmt: skip

# code, form of words, example
SIGNS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("not-found", re.compile(r"\b404\b|not found|页面(?:不存在|已删除|丢失|找不到)|找不到(?:页面|该|您|你)|(?:文章|内容|网页|信息|链接|新闻)(?:不存在|已(?:被)?删除|已下线|已失效|被删除|无法查看)|已被(?:发布者|作者)删除|违规无法查看|page (?:doesn.t|does not) exist|no longer available", re.I), "您访问的页面不存在"),
    ("verification", re.compile(r"安全验证|访问验证|人机验证|请输入验证码|滑动验证|环境异常|访问过于频繁|captcha|just a moment|checking your browser|access denied|verify you are human|unusual traffic|forbidden", re.I), "访问过于频繁，请输入验证码"),
    ("login-wall", re.compile(r"请(?:先)?登录|登录后(?:查看|阅读|继续)|仅限会员|订阅后(?:阅读|查看)|付费(?:后)?阅读|(?:log|sign) in to (?:continue|read)|subscribe to (?:continue|read)|subscribers? only", re.I), "登录后查看全文"),
    ("script-shell", re.compile(r"enable javascript|javascript (?:is )?(?:disabled|required)|启用javascript|开启javascript|不支持javascript", re.I), "请启用JavaScript后访问"),
)  # fmt: skip


def instead(sheet: Sheet, texts: list[str]) -> tuple[str, str] | None:
    """What a page is when it holds no article, and what says so; `texts` are the lines taken for one."""
    whole = "\n".join(texts)
    sample = whole[:5_000]
    broken = sample.count("\ufffd") + 3 * sample.count("锟斤拷") + len(_CONTROLS.findall(sample))
    if broken > 5 and broken > _BROKEN * len(sample):
        return "not-text", whole[:80]
    size = sum(map(size_of, texts))
    if size >= _LITTLE and not _is_lettered(sample):
        return "not-text", whole[:80]
    if size >= ENOUGH:
        return None
    is_running = any(len(text) > 30 and text[-1] in '。！？.!?”"…' for text in texts)
    if found := _sign(sheet, texts, is_running=is_running):
        return found
    titles = sum(line.links > 0 and line.linked >= 8 for line in sheet.lines)
    if titles >= _MANY_LINKS and not is_running:
        return "list-page", f"{titles} linked titles"
    if size >= _LITTLE:
        return None
    if len(sheet.images) >= _MANY_PICTURES:
        return "gallery", f"{len(sheet.images)} pictures"
    if sheet.images:
        return None
    return ("script-shell", f"{len(sheet.scripts)} scripts") if sheet.scripts else ("no-text", whole[:80])


def _is_lettered(sample: str) -> bool:
    """Whether enough of a text is letters: Chinese ones, which are quickly counted, or most often those of its first half."""
    if written_in(HAN, sample) >= _LETTERS * len(sample):
        return True
    count = 0
    for start in range(0, len(sample), _PART):
        count += sum(map(len, _ALPHANUMERIC.findall(sample, start, start + _PART)))
        if count >= _LETTERS * len(sample):
            return True
    return False


def _sign(sheet: Sheet, texts: list[str], *, is_running: bool) -> tuple[str, str] | None:
    """The words that say what the page is: in its title, or on a short line of their own.

    A short article may tell of a page that was deleted, and its readers may have to log in before they comment: where
    there is running text only the title counts, and a wall that ends a teaser.
    """
    lines = [text for text in (*texts, *(line.text for line in sheet.lines[:60])) if len(text) <= _LONGEST_SIGN]
    said = sheet.title if is_running else "\n".join((sheet.title, *texts, *lines))
    for code, pattern, _ in SIGNS:
        if match := pattern.search(said):
            return code, match.group()
    if is_running and (match := _WALL.search("\n".join(lines))):
        return "login-wall", match.group()
    return None
