"""What an owner sets right holds for an article without an address, too: it is its own place."""

from suyuan.records import Correction, CorrectionKind, Place
from tests.claims.newsroom import START, Desk, Told


def corrected(kind: CorrectionKind, *told: Told) -> Desk:
    places = tuple(Place(address=f"article:a{n:02}", exact=one.text) for n, one in enumerate(told))
    given = Correction(id="c", kind=kind, places=places, articles=("a00", "a01"), made=START, value="青江县")
    return Desk(told, corrections=(given,))


def test_what_the_owner_says_is_one_claim_is_one_though_the_articles_have_no_address() -> None:
    told = (Told("渡船离岸时已严重超载", "李明远"), Told("当天风平浪静", "周晓岚"))
    assert len(corrected(CorrectionKind.SAME_CLAIM, *told).weighed()[0]) == 1


def test_what_the_owner_says_is_one_origin_counts_once_though_the_articles_have_no_address() -> None:
    told = (Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", "青江一院"))
    (weighed,) = corrected(CorrectionKind.SAME_PARTY, *told).weighed()[1]
    assert weighed.origins == 1
