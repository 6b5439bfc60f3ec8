"""Bytes become text: what the sender declares is tried first and believed only if the result reads as text."""

from __future__ import annotations

import codecs
import re

# A declared set stands for its superset: pages declared gb2312 hold characters that only GB18030 has.
_SUPERSETS = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "cp936": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "windows-1252": "cp1252", "iso-8859-15": "cp1252",
    "ascii": "cp1252", "utf8": "utf-8", "unicode": "utf-16",
}  # fmt: skip
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:-]{2,30})""", re.I)
_RUN = re.compile(r"[^\x00-\x7f]{3,}")
_ESCAPED = ("iso-2022-jp", "iso-2022-kr", "hz", "hz-gb-2312")
_HEAD = 4096  # where a page declares its character set
_TRIED = 200_000  # bytes that are enough to judge a candidate by
_FALLBACKS = ("gb18030", "big5hkscs", "cp1252")
# The commonest characters of Chinese, in both scripts: text read in the wrong Chinese set holds few of them.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方"
    "多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情"
    "明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产新己制身果加西斯月话合回特代内信表化老给世"
    "位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量"
    "再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完"
    "設這個們來為國說時會對學現沒動還進從實軍無與長機關點業將兩間問應戰頭體見産產給門東聲員論處義認條題變總電數報結務場計"
)


# What is no byte of Latin 1 in windows-1252, and the byte it is.
_WINDOWS = {ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)}
# Two Chinese characters so read, without a space: accents of French or German stand alone.
_MISREAD = re.compile(rf"[\x80-\x9f\xa1-\xff{re.escape(''.join(map(chr, _WINDOWS)))}]{{4,}}")
_OFTEN = "åæçèéä"  # every Chinese character of UTF-8 read as Latin begins with one of these
_BEGINS_OFTEN = (
    b"\xc3"  # each of them in UTF-8, where real Chinese never holds it: found at once, before they are counted
)
# 的 of GBK (µÄ) and of Big5 (ªº) read as Latin, in UTF-8: looked for by their first byte, which real Chinese never holds.
_OF = re.compile(rb"\xc2(?:\xb5\xc3\x84|\xaa\xc2\xba)")
_FEWEST = (
    5  # of that first byte in a page of either; finding so few costs nothing, counting them all a tenth of a reading
)
_NOBODY_WRITES = "锛"  # what every comma becomes that is read as GBK
_PIECE = 32_768  # bytes
_TWICE = 0.95  # of what is not ASCII: with less of it Latin, the page was written once


def decode(body: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a page and the name of the character set it was read with."""
    written, name = in_utf8(body, declared)
    return written.decode("utf-8", "replace"), name


def in_utf8(body: bytes, declared: str | None = None) -> tuple[bytes, str]:
    """A page in UTF-8, which costs nothing where it is so, and the name of the character set it was read with."""
    if found := _outspoken(body, declared):
        text, name = found
        written = text.encode("utf-8", "replace")
    elif (is_odd := _strict(body)) is not None:
        if not is_odd and not _has(body, _BEGINS_OFTEN, _FEWEST):
            return body, "utf-8"
        text, name, written = body.decode(), "utf-8", body
    else:
        name = _best(body, declared)
        text = body.decode(name, "replace")
        written = text.encode("utf-8", "replace")
    if mended := _read_as_latin(text, written) or _read_as_gbk(text):
        return mended[0].encode("utf-8", "replace"), f"{name}, where {mended[1]} had been written as {name} before"
    return written, name


def _read_as_latin(text: str, written: bytes) -> tuple[str, str] | None:
    """A text whose bytes somebody took for Latin before they were written as UTF-8: 会议 as ä¼šè®®, or as »áÒé."""
    if not _has(written, _BEGINS_OFTEN, _FEWEST):
        return None
    is_often = _has(written, _BEGINS_OFTEN, 20) and sum(map(text.count, _OFTEN)) >= 20
    if (not is_often and not _OF.search(written)) or not _MISREAD.search(text):
        return None
    plain = text.translate(_WINDOWS)
    foreign = [char for char in plain[:_TRIED] if char > "\x7f"]
    if sum(char <= "\xff" for char in foreign) < _TWICE * len(foreign):
        return None
    body = plain.encode("latin-1", "replace")
    sample = _foreign(body)
    scores = {name: _judge(sample, name) for name in ("utf-8", *_FALLBACKS)}
    name = max(scores, key=lambda name: scores[name])
    return None if name == "cp1252" else (body.decode(name, "replace"), name)


def _has(written: bytes, byte: bytes, times: int) -> bool:
    """Whether a byte stands so many times in a page."""
    place = -1
    return all((place := written.find(byte, place + 1)) >= 0 for _ in range(times))


def _read_as_gbk(text: str) -> tuple[str, str] | None:
    """A text in UTF-8 that somebody took for GBK: 会议， as 浼氳锛. What fell between two characters is lost."""
    if text.count(_NOBODY_WRITES) <= text.count("，"):
        return None
    mended = text.encode("gb18030", "replace").decode("utf-8", "replace")
    return (mended, "utf-8") if mended.count("\ufffd") < 0.1 * len(mended) and _NOBODY_WRITES not in mended else None


def _outspoken(body: bytes, declared: str | None) -> tuple[str, str] | None:
    """A page whose bytes say outright what they are: by a mark, by the zeros of UTF-16, by escapes."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace"), name.removesuffix("-sig")
    if wide := _wide(body):
        return body.decode(wide, "replace"), wide
    for name in _declared(body, declared):
        if (name in _ESCAPED and b"\x1b$" in body) or (name.startswith("hz") and b"~{" in body):
            return body.decode("hz" if name.startswith("hz") else name, "replace"), name
    return None


def _strict(body: bytes) -> bool | None:
    """Whether a page in UTF-8 holds the mark of text that was taken for GBK before; None where it is not in UTF-8.

    It is read piece by piece and not kept: memory for a whole page costs more than the reading.
    """
    decode, is_odd = codecs.getincrementaldecoder("utf-8")().decode, False
    try:
        for start in range(0, len(body), _PIECE):
            is_odd |= _NOBODY_WRITES in decode(body[start : start + _PIECE])
        decode(b"", True)
    except UnicodeDecodeError:
        return None
    return is_odd


def _declared(body: bytes, header: str | None) -> list[str]:
    meta = _META.search(body[:_HEAD])
    names = [(header or "").strip().lower(), meta[1].decode("ascii").lower() if meta else ""]
    return [_SUPERSETS.get(name, name) for name in names if name]


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: markup and spaces leave a NUL in every other byte."""
    start = body[:400]
    if len(start) < 8:
        return None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > len(start) // 10 and even < odd // 8:
        return "utf-16-le"
    if even > len(start) // 10 and odd < even // 8:
        return "utf-16-be"
    return None


def _best(body: bytes, header: str | None) -> str:
    """The candidate that reads best; a declared one wins a tie, and UTF-8 with a broken byte or two is still UTF-8."""
    declared = [name for name in _declared(body, header) if _known(name)]
    names = list(dict.fromkeys(("utf-8", *declared, *_FALLBACKS)))
    sample = _foreign(body)
    scores = {name: _judge(sample, name) + (0.15 if name in declared else 0.0) for name in names}
    return max(names, key=lambda name: scores[name])


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False


def _foreign(body: bytes) -> bytes:
    """A part of the page that holds what candidates differ in."""
    first = re.search(rb"[\x80-\xff]", body)
    start = first.start() if first else 0
    return body[start : start + _TRIED]


def _judge(sample: bytes, name: str) -> float:
    """How much a reading looks like text: 1 for clean, minus for what cannot be read or is no letter anyone uses."""
    text = sample.decode(name, "replace")
    foreign = [char for char in text if char > "\x7f"]
    if not foreign:
        return 0.0
    # A cut at the end of the sample breaks one character at most.
    broken = max(0, text.count("\ufffd") - 1)
    odd = sum("\x80" <= char <= "\x9f" or "\ue000" <= char <= "\uf8ff" for char in foreign)
    han = [char for char in foreign if "\u3400" <= char <= "\u9fff"]
    share = len(han) / len(foreign)
    common = sum(char in _COMMON for char in han) / len(han) if han else 0.0
    # Running Chinese text is about half common characters, text in a wrong set under a tenth.
    doubt = share * max(0.0, 0.35 - common) * 2
    if name == "cp1252":
        # It reads anything; but an accent stands alone in a word, and a run of them is another set misread.
        doubt += sum(map(len, _RUN.findall(text))) / len(foreign)
    return 1.0 - 20.0 * broken / len(foreign) - 5.0 * odd / len(foreign) - doubt
