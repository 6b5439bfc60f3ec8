"""English articles: direct and indirect speech, according to, told."""

from __future__ import annotations

import dataclasses

import pytest

from suyuan import statements, times
from suyuan.records import Hedge, SpeakerKind, Statement, StatementKind
from suyuan.statements.english import CUES, EnglishCue
from tests.statements.articles import article


def quoted(text: str) -> tuple[Statement, ...]:
    return statements.quote(dataclasses.replace(article(text), language="en"), ())


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.forms[0])
def test_the_example_of_an_english_cue_is_a_statement(cue: EnglishCue) -> None:
    (one,) = quoted(cue.example)
    assert one.cue.lower() in cue.forms


def test_a_quotation_before_its_speaker_and_after_it() -> None:
    text = "“The bridge is safe,” said Anna Lind, “and will stay open.”"
    (one,) = quoted(text)
    assert one.speaker == "Anna Lind"
    assert [text[part.start : part.end] for part in one.content] == ["“The bridge is safe,”", "“and will stay open.”"]
    assert one.kind is StatementKind.DIRECT


def test_he_and_a_surname_are_who_was_named_in_full() -> None:
    made = quoted(
        "Mayor Anna Lind said the bridge was safe. Lind added that work would go on. She said it might take a year."
    )
    assert [one.speaker for one in made] == ["Anna Lind"] * 3
    assert [one.role for one in made] == ["Mayor"] * 3
    assert made[2].hedge is Hedge.POSSIBLE


def test_who_is_told_and_who_is_anonymous() -> None:
    first, second = quoted("Anna Lind told Far Hills News that the bridge was safe. Officials said two men were held.")
    assert first.addressee == "Far Hills News"
    assert (second.speaker, second.speaker_kind) == (None, SpeakerKind.ANONYMOUS)


WHO = {
    "Assistant Commissioner Anna bin Lind said two men were held.": ("Anna bin Lind", "Assistant Commissioner"),
    "Dr. Anna Lind, a surgeon who leads the Far Hills Clinic, said the bridge was safe.": ("Anna Lind", "a surgeon who leads the Far Hills Clinic"),
    "He Lind, head of the Far Hills harbour, said the bridge was safe.": ("He Lind", "head of the Far Hills harbour"),
    "Anna Lind, a deputy mayor, told a news conference that the count stood at nine.": ("Anna Lind", "a deputy mayor"),
    "FAR HILLS, Norden — The toll has risen to nine, with five missing, county officials said on Wednesday.": ("county officials", None),
    "Norden's deputy foreign minister, Anna Lind, told Far Hills News it was too early.": ("Anna Lind", "Norden's deputy foreign minister"),
    "“They passed the salt,” said Anna Lind, the foreign minister of Norden.": ("Anna Lind", "the foreign minister of Norden"),
    "A gossip account had claimed, citing an insider, that a lion had escaped.": ("A gossip account", None),
    "A group of drivers from Canada said it had met with officials.": ("A group of drivers from Canada", None),
    "But the Dane said he had to go on.": ("the Dane", None),
    "Kim Jong-un spoke on Tuesday, when he said he would go on.": ("Kim Jong-un", None),
    "The two sides have agreed to free the crew, the head of the delegation, Ileana Moro, said after talks.": ("Ileana Moro", "the head of the delegation"),
    "“All six are here. I have counted,” a keeper, Sanji, told Far Hills News.": ("Sanji", "a keeper"),
    "The dog belonged to a teacher from the district, the Far Hills police said in a notice.": ("the Far Hills police", None),
    "Senators said they hoped for a vote.": ("Senators", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "who"), WHO.items(), ids=WHO)
def test_who_says_it(text: str, who: tuple[str, str | None]) -> None:
    (one,) = quoted(text)
    assert (one.speaker, one.role) == who


def test_the_day_after_the_verb_is_that_of_saying() -> None:
    text = "Anna Lind said on Friday that the bridge would open in May."
    made = dataclasses.replace(article(text), language="en")
    (one,) = statements.quote(made, times.date(made))
    assert one.said_on == "2026-02-27"


def test_narration_says_nothing() -> None:
    assert quoted("The bridge opened in 1930 and was painted green in the spring of last year.") == ()
