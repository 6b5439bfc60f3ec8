"""What became known of a claim, when, and what the owner set right by hand."""

import itertools
from datetime import timedelta

import pytest

from suyuan import claims
from suyuan.records import (
    Change,
    ChangeKind,
    Claim,
    Correction,
    CorrectionKind,
    Corroboration,
    Place,
    Removal,
    Revision,
    Span,
    SpeakerKind,
    Standing,
)
from tests.claims.newsroom import OUTLETS, START, Desk, Told

RUMOUR = Told("渡口翻船已造成3人死亡", "网友", SpeakerKind.ANONYMOUS, outlet="青江晨报")
COUNTY = Told("目前遇难者已达三人", "青江海事局", outlet="青江晚报")
ELEVEN = Told("翻船死亡人数升至11人", "青江县政府", outlet="青江晚报")


def kinds(desk: Desk) -> list[tuple[ChangeKind, str]]:
    return sorted((one.kind, one.says) for one in desk.changes())


def test_a_second_origin_with_a_name_is_two_changes_at_the_moment_it_was_seen() -> None:
    desk = Desk([RUMOUR, COUNTY])
    assert kinds(desk) == [(ChangeKind.FIRST_NAMED, "青江海事局"), (ChangeKind.NEW_ORIGIN, "青江海事局")]
    assert {one.at for one in desk.changes()} == {START + timedelta(hours=1)}


def test_more_reports_of_one_origin_change_nothing() -> None:
    assert not Desk([COUNTY, Told("翻船已造成3人死亡", "青江海事局", outlet="青江晨报")]).changes()


def test_a_toll_brought_up_to_date_is_told_on_the_old_one() -> None:
    desk = Desk([COUNTY, ELEVEN])
    (change,) = desk.changes()
    assert (change.kind, change.says, change.articles) == (ChangeKind.SUPERSEDED, ELEVEN.text, ("a01",))


def test_a_denial_is_told_once_and_only_on_what_is_denied() -> None:
    desk = Desk([Told("此事其实是船票平台在炒作", "网友"), Told("平台负责人否认炒作", "船票平台")])
    assert kinds(desk) == [(ChangeKind.DENIED, "平台负责人否认炒作")]


def test_a_correction_says_which_copies_have_not_followed() -> None:
    desk = Desk(
        [
            Told("渡口翻船造成5人遇难", "青江海事局", outlet="青江晨报"),
            Told("渡口翻船造成5人遇难", "青江海事局", outlet="青江晚报"),
            Told("渡口翻船造成3人遇难，此前报道有误", "青江海事局", outlet="青江晨报", title="更正启事"),
        ]
    )
    found = {one.kind: one for one in desk.changes()}
    assert found[ChangeKind.CORRECTED].articles == ("a02",)
    assert found[ChangeKind.NOT_FOLLOWED].articles == ("a01",), "whoever corrects is no copy of his own"


def test_an_outlet_that_takes_it_back_after_others_denied_it_is_told_too() -> None:
    desk = Desk(
        [
            Told("此事其实是船票平台在炒作", "网友", outlet="青江晨报"),
            Told("此事其实是船票平台在炒作", "网友", outlet="青江晚报"),
            Told("平台负责人否认炒作", "船票平台"),
            Told("平台负责人否认炒作", "船票平台", outlet="青江晨报", title="关于船票报道的更正"),
        ]
    )
    found = {one.kind: one for one in desk.changes()}
    assert found[ChangeKind.DENIED].articles == ("a02",)
    assert found[ChangeKind.CORRECTED].articles == ("a03",)
    assert found[ChangeKind.NOT_FOLLOWED].articles == ("a01",)


def revised(*told: Told, removed: Span, title: str = "青江渡口翻船") -> Desk:
    """The first article, and what its address says one hour later."""
    desk = Desk(told)
    revision = Revision(
        id="r",
        article=desk.articles[1].id,
        earlier=desk.articles[0].id,
        at=START + timedelta(hours=1),
        removed=(removed,),
    )
    return Desk(told, revisions=(revision,))


def test_a_page_that_was_taken_down_is_told_and_weighed_in_nothing() -> None:
    """Pages go for many reasons. What it said was said; its copy still says it."""
    told = [
        Told("渡口翻船造成5人遇难", "青江海事局", outlet="青江晨报"),
        Told("渡口翻船造成5人遇难", "青江海事局", outlet="青江晚报"),
    ]
    up = Desk(told)
    down = Removal(
        id="down", url="https://chenbao.example/1", at=START + timedelta(hours=9), status=404, articles=("a00",)
    )
    desk = Desk(told, removals=(down,))
    (change,) = desk.changes()
    assert (change.kind, change.at, change.articles) == (ChangeKind.REMOVED, down.at, ("a00",))
    (ground,), (before,) = desk.weighed()[1], up.weighed()[1]
    assert (ground.origins, ground.standing) == (before.origins, before.standing)
    assert not ground.roots[0].is_removed, "the evening paper's page still stands"
    alone = Desk(told[:1], removals=(down,))
    assert alone.weighed()[1][0].roots[0].is_removed
    earlier = claims.known_at(down.at - timedelta(minutes=1), [*alone.records(), down], outlets=OUTLETS)
    assert not any(isinstance(one, Change) for one in earlier)
    assert not any(root.is_removed for one in earlier if isinstance(one, Corroboration) for root in one.roots)


def test_words_that_an_address_no_longer_says_are_a_silent_edit() -> None:
    desk = revised(COUNTY, Told("渡船公司门前聚集了许多人", "李明远"), removed=Span(start=0, end=10))
    (change,) = desk.changes()
    assert (change.kind, change.says) == (ChangeKind.EDITED, COUNTY.text)
    _, weighed = desk.weighed()
    assert next(one.standing for one in weighed if one.claim == change.claim) == Standing.SUPERSEDED


def test_an_edit_that_says_it_is_a_correction_is_one() -> None:
    desk = revised(
        COUNTY, Told("渡船公司门前聚集了许多人", "李明远", title="更正：渡口翻船"), removed=Span(start=0, end=10)
    )
    assert [one.kind for one in desk.changes()] == [ChangeKind.CORRECTED]


def test_two_states_of_one_address_are_one_report() -> None:
    desk = revised(COUNTY, COUNTY, removed=Span(start=20, end=21))
    (weighed,) = desk.weighed()[1]
    assert (weighed.reports, weighed.origins, len(weighed.articles)) == (1, 1, 2)
    assert not desk.changes()


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_changes_do_not_depend_on_the_order_of_arrival(order: tuple[int, ...]) -> None:
    desk = Desk([RUMOUR, COUNTY, ELEVEN])
    made = desk.made(tuple(desk.assertions[i] for i in order), desk.links())
    assert {one for one in made if isinstance(one, Change)} == set(desk.changes())


def test_as_known_at_a_moment_is_what_had_been_seen_by_then() -> None:
    desk = Desk([RUMOUR, COUNTY, ELEVEN])
    standings = []
    for hours in (0, 1, 2):
        made = claims.known_at(START + timedelta(hours=hours), desk.records(), outlets=OUTLETS)
        (three,) = (one for one in made if isinstance(one, Claim) and "a00" in one.articles)
        (ground,) = (one for one in made if isinstance(one, Corroboration) and one.claim == three.id)
        standings.append((ground.origins, ground.standing))
    assert standings == [(1, Standing.SINGLE), (2, Standing.CORROBORATED), (2, Standing.SUPERSEDED)]
    assert not claims.known_at(START - timedelta(hours=1), desk.records(), outlets=OUTLETS)


def by_hand(kind: CorrectionKind, *told: Told, value: str | None = None) -> Desk:
    places = tuple(Place(address=f"https://yunshang.example/{n}", exact=one.text) for n, one in enumerate(told))
    addressed = [
        Told(one.text, one.speaker, url=f"https://yunshang.example/{n}", outlet=one.outlet)
        for n, one in enumerate(told)
    ]
    correction = Correction(id="c", kind=kind, places=places, articles=("a00", "a01"), made=START, value=value)
    return Desk(addressed, corrections=(correction,))


def test_what_the_owner_says_is_one_claim_is_one() -> None:
    told = (Told("渡船离岸时已严重超载", "李明远"), Told("当天风平浪静", "周晓岚"))
    assert len(Desk(told).weighed()[0]) == 2
    (ground,) = by_hand(CorrectionKind.SAME_CLAIM, *told).weighed()[1]
    assert ground.origins == 2, "who says that it is one claim says that both vouch for it"


def test_what_the_owner_says_is_not_one_claim_is_two() -> None:
    told = (Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", "青江一院"))
    assert len(Desk(told).weighed()[0]) == 1
    found, weighed = by_hand(CorrectionKind.OTHER_CLAIM, *told).weighed()
    assert len(found) == 2
    assert not any(one.relations for one in weighed)


@pytest.mark.parametrize("kind", [CorrectionKind.SAME_PARTY, CorrectionKind.SAME_ROOT])
def test_what_the_owner_says_is_one_origin_counts_once(kind: CorrectionKind) -> None:
    told = (Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", "青江一院"))
    (weighed,) = by_hand(kind, *told, value="青江县").weighed()[1]
    assert weighed.origins == 1
    assert "the owner says so" in weighed.roots[0].reasons


def test_an_outlet_has_facts_with_their_number_and_no_mark() -> None:
    desk = Desk([COUNTY, Told("翻船已造成3人死亡", "青江海事局", outlet="青江晨报"), ELEVEN])
    found, weighed = desk.weighed()
    facts = claims.outlet_facts(
        zip(found, weighed, strict=True), desk.articles, desk.assertions, desk.changes(), outlets=OUTLETS
    )
    evening = next(one for one in facts if one.newsroom == "wanbao")
    assert evening.first == claims.Share(1, 1)
    assert evening.numbers == claims.Share(1, 2)
