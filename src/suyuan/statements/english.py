"""Statements in English articles: direct and indirect speech, according to, told.

English says who spoke by word order, not by marks, so it has a cue table and patterns of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from suyuan.records import Article, Hedge, Span, SpeakerKind, Statement, StatementKind, Timex, digest
from suyuan.statements.cues import Stance
from suyuan.text import paragraphs, sentences


@dataclass(frozen=True, slots=True)
class EnglishCue:
    """One reporting word in the forms that news uses, its stance, and a sentence in which it reports."""

    forms: tuple[str, ...]
    stance: Stance
    example: str


_S = Stance

CUES: tuple[EnglishCue, ...] = (
    EnglishCue(("said", "says"), _S.SAY, "Mayor Anna Lind said the bridge was safe."),
    EnglishCue(("told",), _S.TELL, "Lind told Far Hills News that the bridge was safe."),
    EnglishCue(("added", "adds"), _S.SAY, "Lind added that work would go on."),
    EnglishCue(("stated", "states"), _S.SAY, "Lind stated that work would go on."),
    EnglishCue(("announced", "announces"), _S.SAY, "Lind announced that the bridge would close."),
    EnglishCue(("claimed", "claims"), _S.SAY, "Lind claimed that the bridge was safe."),
    EnglishCue(("insisted", "insists"), _S.SAY, "Lind insisted that the bridge was safe."),
    EnglishCue(("argued", "argues"), _S.SAY, "Lind argued that the bridge was safe."),
    EnglishCue(("explained", "explains"), _S.SAY, "Lind explained that steel was short."),
    EnglishCue(("noted", "notes"), _S.SAY, "Lind noted that steel was short."),
    EnglishCue(("stressed", "emphasized", "emphasised"), _S.SAY, "Lind stressed that safety came first."),
    EnglishCue(("confirmed", "confirms"), _S.SAY, "Police confirmed that two men were held."),
    EnglishCue(("wrote", "tweeted", "posted"), _S.SAY, "Lind wrote that she was proud."),
    EnglishCue(("replied", "responded"), _S.SAY, "Lind replied that she was proud."),
    EnglishCue(("revealed", "disclosed"), _S.SAY, "Lind revealed that she was ill."),
    EnglishCue(("alleged", "alleges"), _S.SAY, "Police alleged that he stole a car."),
    EnglishCue(("acknowledged", "admitted", "conceded"), _S.ADMIT, "Lind admitted that steel was short."),
    EnglishCue(("denied", "denies"), _S.DENY, "Lind denied that steel was short."),
    EnglishCue(("believes", "believed", "thinks"), _S.THINK, "Lind believes that the bridge is safe."),
    EnglishCue(("warned", "warns"), _S.ORDER, "Police warned that the dam could break."),
    EnglishCue(("suggested", "suggests"), _S.GUESS, "Lind suggested that rust was to blame."),
    EnglishCue(("predicted", "estimated", "expects"), _S.GUESS, "Lind predicted that prices would fall."),
    EnglishCue(("urged", "urges"), _S.WISH, "Lind urged that talks go on."),
    EnglishCue(("hopes", "hoped"), _S.WISH, "Lind hopes that talks go on."),
    EnglishCue(("asked", "asks"), _S.ASK, "“Who will pay?” Lind asked."),
    EnglishCue(("reported", "reports"), _S.REPORT, "Far Hills News reported that the bridge was closed."),
    EnglishCue(("according to",), _S.SAY, "The bridge is safe, according to Anna Lind."),
)

_FORMS = {form: cue.stance for cue in CUES for form in cue.forms}
_VERB = "|".join(sorted((form for form in _FORMS if form != "according to"), key=len, reverse=True))
_CAPITAL = r"(?:[A-Z][\w.'’&-]*)"
_NOUN = r"officials?|police|spokes(?:man|woman|person)|sources?|witness(?:es)?|authorities|researchers|scientists|experts|analysts|prosecutors|lawyers|residents|critics|company|government|ministry|agency|account|statement|report|minister|president|mayor|governor|official"
_WHO = rf"(?P<who>(?:He|She|They|he|she|they|It|it)|(?:[Tt]he |[Aa]n? |[Ss]ome |[Ss]everal |[Ll]ocal |[Ss]enior |[Oo]ne )?(?:{_CAPITAL}[ ,]{{1,2}}(?:of |for |the |and |de |bin |van |al-)?|(?:[a-z]+ ){{0,3}}?(?:{_NOUN})(?: (?:for|at|from|of|in) )?){{1,8}})"
_ADVERB = r"(?:(?:also|later|then|earlier|previously|repeatedly|reportedly|recently|has|have|had|on [A-Z]\w+day)\s+)*"
_FORWARD = re.compile(
    rf"{_WHO}\s*,?\s*{_ADVERB}\b(?P<cue>{_VERB})\b(?:\s+on [A-Z]\w+day)?\s*(?P<mark>, citing [^,.“”]{{3,40}}, that\b|,|:|that\b|in [^,.]{{3,40}} that\b)?\s*"
)
_TOLD = re.compile(
    rf"\s+(?P<to>(?:the )?(?:{_CAPITAL}\s?){{1,5}}|reporters|journalists|(?:a|the) (?:news |press )?(?:conference|briefing)|the [a-z]{{3,14}}|parliament|lawmakers|us|me|him|her|them)(?:\s+(?:on|in) [^,.]{{3,20}})?\s*(?:,|:|that\b)?\s*"
)
_SOMEBODY = r"(?P<who>(?:[A-Z]|[Tt]he |[Aa]n? |[Oo]ne |[Hh]e\b|[Ss]he\b|[Tt]hey\b|[Ii]t\b)[^“”\".;:]{0,80}?)"
_BACKWARD = re.compile(
    rf"[,.?!]?[”\"]\s+(?:{_SOMEBODY}\s*,?\s*{_ADVERB}\b(?P<cue>{_VERB})\b|(?P<cue2>{_VERB})\s+(?P<who2>[^,.;“\"]{{2,60}}))"
)
# The bridge is safe, the head of the office, Anna Lind, said after talks.
_TRAILING = re.compile(
    rf",\s+(?P<who>(?:[A-Z]|the |an? |(?:[a-z]+ ){{0,3}}(?:{_NOUN})\b)[^“”\",]{{0,80}}(?:, [A-Z][^,“”\"]{{2,60}})?),?\s+(?P<cue>{_VERB})(?:,?\s+(?:in|on|at|after|during|to|late|earlier|this|last)\b[^“”\".]{{2,80}})?\.?$"
)
_APPOSITE = re.compile(
    r"(?P<role>(?:[Aa]n?|[Tt]he|[A-Z][\w-]+[’']s) [^,]{3,80}), (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}),?$"
)
_ACCORDING = re.compile(r"\b(?P<cue>[Aa]ccording to)\s+(?P<who>[^,.;“\"]{2,60})")
_ANONYMOUS = re.compile(
    r"(?:the |an? |some |several |local |senior |one |two )*(?:sources?|officials?|witness(?:es)?|experts?|analysts?|critics|observers|residents)(?: familiar with.*)?$",
    re.I,
)
_COMMON = re.compile(
    rf"(?:{_NOUN}|senators|lawmakers|ministers|investigators|activists|protesters|survivors|families|neighbours|neighbors|doctors|diplomats|economists)",
    re.I,
)
_PRONOUN = re.compile(r"(?:he|she|they|it)$", re.I)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|likely|possibly|perhaps|probably|expected to|appears? to|seems? to|suspected|believed to)\b"
)
_WISHED = re.compile(r"^(?:(?:she|he|they|it|we|I) )?(?:hopes?|hoped|wants?|wanted|should|urged)\b")
_QUOTED = re.compile(r"[“\"][^”\"\n]{2,}[”\"]")
_ATTRIBUTION = re.compile(rf"(?:{_WHO}\s*{_ADVERB}\b(?:{_VERB})\b|(?:{_VERB})\b)[^“\"]{{0,40}}[.,]")
_OCCASION = re.compile(r"(?:on|in|at|during|after|last)\b[^.]{0,40}\.?$", re.M)
_NAMED = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+)?\b(?! [A-Z])")
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? (?P<name>[A-Z][a-z]+)\b")
# Assistant Commissioner Ahmad Zahari, Dr. Anna Lind: the office before the name.
_OFFICE = (
    r"(?:President|Minister|Secretary|Senator|Sen\.|Rep\.|Gov\.|Governor|Mayor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Professor|Prof\.|Judge|Justice|General|Gen\.|Colonel|Col\.|Captain|Capt\.|Lieutenant|Lt\.|Sergeant|Sgt\.|"
    r"Commissioner|Chief|Director|Chairman|Chairwoman|Chair|Spokesman|Spokeswoman|Spokesperson|spokesman|spokeswoman|spokesperson|Ambassador|Premier|Chancellor|King|Queen|Prince|Princess|Pope|CEO|chief executive|analyst|Analyst|"
    r"Officer|Inspector|Superintendent|Sheriff|Attorney|Coach|coach|Editor|Leader|leader|Congressman|Congresswoman|MP|Lord|Sir|Lady|minister|president|secretary|director|professor|lawyer|founder|co-founder|economist)"
)
_TITLED = re.compile(
    rf"(?P<role>(?:[\w.’'-]+ ){{0,6}}?(?:{_OFFICE} )+)(?P<name>[A-Z][\w.’'-]*(?: (?:bin|van|von|de|al|[A-Z][\w.’'-]*)){{0,5}})$"
)
# Dr. Anna Lind, who leads the office, said: the name stands before the comma.
_APPOSED = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: [\w.’'-]+){0,5}?), (?:an? |the |who |which |whose |one of |[a-z]+ (?:of|at|for) )[^“”\"]{2,160}, ?$"
)
# Anna Lind, head of the office, said the bridge was safe.
_HEADED = re.compile(
    rf"(?:^|(?<=[.”\"\n] ))(?P<who>{_CAPITAL}(?: {_CAPITAL}){{1,3}}), (?P<role>(?:an?|the|[a-z-]+ (?:of|at|for|to)) [^“”\".;,]{{2,100}}),\s+{_ADVERB}(?P<cue>{_VERB})\b(?:\s+on [A-Z]\w+day)?(?:\s+that\b)?[:,]?\s*",
    re.M,
)
_OWNED = re.compile(r"[A-Z][\w-]+[’']s [a-z][^,“”]{3,80}, $")
_OFFICE_BEHIND = re.compile(r", (?P<role>(?:an?|the|[a-z-]+ (?:of|at|for)) [^,.“”\"]{3,60})[,.]")
# ZHEPU, Lanjiang — The toll has risen: where it was written is not said.
_DATELINE = re.compile(r"[A-Z][A-Z. ]+(?:, [A-Z][a-z]+)? (?:—|--|\(\w+\) —) ")
_OPENING = re.compile(r"(?:But|And|Yet|So|While|However|Meanwhile),? ")
# a group from Canada said: not Canada.
_OF = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Ss]ome|[Oo]ne|[Tt]wo|[Ss]everal)\b (?:[\w’'-]+ ){1,12}?)(?:from|of|in|for|at|on|with|near|by|to) (?:the )?$"
)
_ORGANISED = re.compile(
    r"^(?:The|In|On|At|A|An|But|And|Mr|Mrs|Ms|Dr|New|North|South|East|West|North|Prime|Foreign|President|Minister|Mayor|Police|County|City)\b"
    r"|\b(?:News|Agency|Press|Post|Times|Police|City|County|Zoo|Park|University|Company|Group|Bureau|Ministry|Island|Islands|Street|Road|River|Bank|Union|Club|Team|Court|Council|Evening|Lake|Sea|House|Festival|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_OUTLET = re.compile(
    r"(?:[A-Z][\w&-]*\s)*(?:News|Agency|Press|Post|Times|Journal|Herald|Daily|TV|Radio|Reuters|BBC|CNN|AFP|Xinhua|Lantern|Tribune|Guardian)\b"
)
# What ends in a stop and no sentence: Dr. Anna Lind, the U.S. Treasury.
_ABBREVIATED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Gen|Col|Capt|Lt|Sgt|Prof|St|No|vs|Jr|Sr|Inc|Ltd|Corp|Co|[A-Z]|[A-Z]\.[A-Z])\.$"
)
_ABBREVIATION = 12  # characters
_BACK = 20_000  # characters in which a fuller name is looked for
_CLAUSE = 25  # characters that a clause has which somebody is said to have said
_LONGEST = 600  # a longer sentence of news is a list or a page's furniture


def quote_english(article: Article, timexes: tuple[Timex, ...] = ()) -> tuple[Statement, ...]:
    """The statements of an English article, in order of the text."""
    made: list[Statement] = []
    people: dict[str, str | None] = {}  # who has spoken by a full name, and the office given
    for start, end in paragraphs(article.text):
        last: str | None = None
        for first, stop in _joined(article.text, sentences(article.text, start, end)):
            if stop - first <= _LONGEST and (one := _read(article, first, stop, people, last)):
                made.append(replace(one, said_on=_said_on(article.text, one.cue_span.end, timexes)))
                last = one.speaker
    return tuple(made)


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """“Who will pay?” Lind asked. is one sentence, though the mark inside ends one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and end - joined[-1][0] <= _LONGEST and _goes_on(text, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(text: str, before: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether what looks like the next sentence is still the one before."""
    start, end = before
    return (
        _is_open(text[start:end])
        or _ABBREVIATED.search(text, max(start, end - _ABBREVIATION), end) is not None
        or (text[end - 1] in '”"' and _ATTRIBUTION.match(text, *span) is not None)
    )


def _is_open(words: str) -> bool:
    """Whether a quotation has begun in a sentence and goes on: “All six are here. I have counted.”"""
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _read(article: Article, start: int, end: int, people: dict[str, str | None], last: str | None) -> Statement | None:
    """The statement of one sentence: a quotation before its speaker, else speech after it, else according to."""
    text = article.text
    if dated := _DATELINE.match(text, start, end):
        start = dated.end()
    if back := _BACKWARD.search(text, start, end):
        opening = max(text.rfind("“", start, back.start()), text.rfind('"', start, back.start()))
        if opening >= 0:
            who = ("who", "cue") if back["cue"] else ("who2", "cue2")
            parts = [(opening, back.start() + len(back.group()) - len(back.group().lstrip(',.?!”"')))]
            if (more := _QUOTED.search(text, back.end(), end)) is not None:
                parts.append(more.span())
            told = _TOLD.match(text, back.end(), end) if back[who[1]] == "told" else None
            hearer = told["to"].rstrip() if told else None
            behind = _OFFICE_BEHIND.match(text, back.end(who[0])) if back["who2"] else None
            office = behind["role"] if behind else None
            return _statement(article, back.span(who[0]), back.span(who[1]), parts, people, last, hearer, office)
    if (behind := _TRAILING.search(text, start, end)) and behind.start() - start >= _CLAUSE:
        return _statement(article, behind.span("who"), behind.span("cue"), [(start, behind.start())], people, last)
    if headed := _HEADED.match(text, start, end):
        told = _TOLD.match(text, headed.end("cue"), end) if headed["cue"] == "told" else None
        parts = [(told.end() if told else headed.end(), end)]
        hearer = told["to"].rstrip() if told else None
        return _statement(article, headed.span("who"), headed.span("cue"), parts, people, last, hearer, headed["role"])
    for ahead in _FORWARD.finditer(text, start, end):
        told = _TOLD.match(text, ahead.end("cue"), end) if ahead["cue"] == "told" else None
        content = (told.end() if told else ahead.end(), end)
        if _OCCASION.match(text, content[0]):
            continue
        direct = text[ahead.end() : ahead.end() + 1] in ("“", '"')
        named = ahead["mark"] or direct or ahead["cue"] in ("said", "says", "told", "believes", "claims", "denied")
        if named and content[1] - content[0] >= 8:
            return _statement(
                article,
                _subject(text, start, ahead.span("who"), ahead.start("cue")),
                ahead.span("cue"),
                [content],
                people,
                last,
                told["to"] if told else None,
            )
    if source := _ACCORDING.search(text, start, end):
        before, after = (start, source.start()), (source.end(), end)
        longer = before if before[1] - before[0] > after[1] - after[0] else after
        if longer[1] - longer[0] >= 8:
            return _statement(article, source.span("who"), source.span("cue"), [longer], people, last)
    return None


def _statement(
    article: Article, who: tuple[int, int], cue: tuple[int, int], parts: list[tuple[int, int]],
    people: dict[str, str | None], last: str | None, hearer: str | None = None, office: str | None = None,
) -> Statement | None:  # fmt: skip
    text = article.text
    spans = tuple(Span(start=a, end=b) for a, b in (_trimmed(text, *part) for part in sorted(parts)) if b > a)
    mention = _trimmed(text, *who)
    if not spans or mention[1] <= mention[0]:
        return None
    name, kind, role = _speaker(text[slice(*mention)], people, last or _named_before(text, mention[0]))
    if kind is SpeakerKind.NAMED and name and name.isalpha():
        name = _fuller(text, name, mention[0])
    if name in people:
        people[name] = people[name] or office or role
        role = people[name]
    hop = _OUTLET.search(hearer.strip()) if hearer else None
    degree, triggers = _hedge(text, _FORMS[text[slice(*cue)].lower()], cue, spans[0])
    start, end = min(mention[0], cue[0], spans[0].start), max(mention[1], cue[1], spans[-1].end)
    quoted = sum(b - a for a, b in (m.span() for s in spans for m in _QUOTED.finditer(text, s.start, s.end)))
    whole = sum(span.end - span.start for span in spans)
    manner = (
        StatementKind.DIRECT if quoted >= whole * 0.93 else StatementKind.MIXED if quoted else StatementKind.INDIRECT
    )
    return Statement(
        id=digest("statement", article.id, cue[0], start, end), article=article.id, start=start, end=end,
        cue=text[slice(*cue)], cue_span=Span(start=cue[0], end=cue[1]), content=spans, kind=manner, speaker=name,
        speaker_kind=kind, hedge=degree, mention=Span(start=mention[0], end=mention[1]), role=office or role,
        addressee=(hearer or "").strip(" .,") or None,
        via=hop.group() if hop else None, chain=(hop.group(),) if hop else (), hedge_triggers=triggers,
        resolved="pronoun" if _PRONOUN.match(text[slice(*mention)]) else "explicit",
    )  # fmt: skip


def _said_on(text: str, end: int, timexes: tuple[Timex, ...]) -> str | None:
    """The day in “said on Friday”."""
    near = (one for one in timexes if end < one.start <= end + 5 and text[end : one.start].strip() in ("", "on"))
    return next(
        (one.value[:10] for one in near if re.match(r"\d{4}-\d\d-\d\d", one.value) and "/" not in one.value), None
    )


def _subject(text: str, start: int, who: tuple[int, int], cue: int) -> tuple[int, int]:
    """Whole where only its end was read: the name before an apposition, and the noun before its of-phrase."""
    if opening := _OPENING.match(text, who[0], who[1]):
        return opening.end(), who[1]
    if apposed := _APPOSED.match(text, start, cue):
        return apposed.span("name")
    if owned := _OWNED.match(text, start, who[0]):
        return owned.start(), who[1]  # Norden's deputy foreign minister, Anna Lind,
    before = _OF.search(text, max(start, who[0] - 120), who[0])
    return (before.start(), who[1]) if before else who


def _speaker(words: str, people: dict[str, str | None], last: str | None) -> tuple[str | None, SpeakerKind, str | None]:
    if _PRONOUN.match(words):
        name = last or next(reversed(people), None)
        return name, SpeakerKind.NAMED if name else SpeakerKind.UNRESOLVED, None
    if _ANONYMOUS.match(words):
        return None, SpeakerKind.ANONYMOUS, words
    titled = _TITLED.match(words) or _APPOSITE.match(words)
    role = titled["role"].strip() if titled else None
    words = titled["name"] if titled else words
    full = next((known for known in people if words in (known.split()[-1], known.split()[0])), words)
    if full == words and words[0].isupper() and " " in words:
        people.setdefault(words, role)
    is_named = words[0].isupper() and not words.startswith(("The ", "A ", "An ", "One ", "Two ", "Some "))
    is_named = is_named and not _COMMON.fullmatch(words)
    return full, SpeakerKind.NAMED if is_named else SpeakerKind.UNNAMED, role


def _named_before(text: str, at: int) -> str | None:
    """The person named last in the paragraph before a pronoun, who has not spoken yet."""
    start = max(text.rfind("\n", 0, at), at - 400, 0)
    found = [
        (one.start(), one.group()) for one in _NAMED.finditer(text, start, at) if not _ORGANISED.search(one.group())
    ]
    found += [(one.start(), _fuller(text, one["name"], one.start())) for one in _COURTESY.finditer(text, start, at)]
    return max(found)[1] if found else None


def _fuller(text: str, name: str, at: int) -> str:
    """Cen is Cen Wangshan, and Lind is Anna Lind, where the text has called them so before."""
    start = max(0, at - _BACK)
    for match in re.finditer(rf"\b(?:{re.escape(name)} [A-Z][a-z]+|[A-Z][a-z]+ {re.escape(name)})\b", text[start:at]):
        if not _ORGANISED.search(match.group()):
            return match.group()
    return name


def _hedge(text: str, stance: Stance, cue: tuple[int, int], first: Span) -> tuple[Hedge, tuple[Span, ...]]:
    own = (Span(start=cue[0], end=cue[1]),)
    if stance is Stance.DENY:
        return Hedge.DENIED, own
    if stance in (Stance.WISH, Stance.ASK) or _WISHED.match(text[first.start : first.end]):
        return Hedge.UNKNOWN, own
    if stance is Stance.GUESS:
        return Hedge.POSSIBLE, own
    spans = tuple(Span(start=m.start(), end=m.end()) for m in _POSSIBLE.finditer(text, first.start, first.end))
    return (Hedge.POSSIBLE, spans) if spans else (Hedge.CERTAIN, ())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",.;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return start, end
