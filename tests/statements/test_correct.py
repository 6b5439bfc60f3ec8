"""What the owner says of who speaks goes before what was read, and outlives a new reading."""

from __future__ import annotations

from datetime import UTC, datetime

from suyuan import statements
from suyuan.records import Correction, CorrectionKind, Place, SpeakerKind, Statement
from tests.statements.articles import article

TEXT = "云州地铁故障后，工作人员表示，列车已经停运。\n林远说，水位仍在上涨。"


def corrected(*corrections: Correction, text: str = TEXT) -> tuple[Statement, ...]:
    return statements.quote(article(text), (), corrections)


def correction(
    exact: str, value: str | None, *, day: int = 2, kind: CorrectionKind = CorrectionKind.SPEAKER, prefix: str = ""
) -> Correction:
    place = Place(address="https://farhills.example/1", exact=exact, prefix=prefix)
    made = datetime(2026, 3, day, tzinfo=UTC)
    return Correction(id=f"{value}{day}", kind=kind, places=(place,), articles=("a1",), made=made, value=value)


def test_the_owner_names_a_speaker_and_the_evidence_says_so() -> None:
    first, second = corrected(correction("列车已经停运", "何青"))
    assert (first.speaker, first.speaker_kind, first.resolved) == ("何青", SpeakerKind.NAMED, "owner")
    assert (second.speaker, second.resolved) == ("林远", "explicit")


def test_a_corrected_statement_keeps_its_id() -> None:
    assert [one.id for one in corrected(correction("列车已经停运", "何青"))] == [one.id for one in corrected()]


def test_the_later_of_two_corrections_holds_whichever_comes_first() -> None:
    early, late = correction("列车已经停运", "何青", day=2), correction("列车已经停运", "周明", day=3)
    assert corrected(early, late) == corrected(late, early)
    assert corrected(early, late)[0].speaker == "周明"


def test_an_owner_may_say_that_nobody_knows() -> None:
    (_, said) = corrected(correction("水位仍在上涨", None))
    assert (said.speaker, said.speaker_kind) == (None, SpeakerKind.UNRESOLVED)


def test_a_correction_finds_its_passage_in_a_text_that_changed_around_it() -> None:
    moved = "更正：时间有误。\n" + TEXT.replace("云州地铁", "云州轨道交通")
    assert corrected(correction("列车已经停运", "何青"), text=moved)[0].speaker == "何青"


def test_a_correction_whose_passage_is_gone_or_of_another_kind_changes_nothing() -> None:
    gone = correction("列车照常运行", "何青")
    other = correction("列车已经停运", "何青", kind=CorrectionKind.SAME_STORY)
    assert corrected(gone, other) == corrected()
