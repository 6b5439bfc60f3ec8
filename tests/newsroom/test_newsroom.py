"""The whole desk on the sample newsroom: every figure reaches its floor, and says what differs where it does not."""

from __future__ import annotations

import pytest

from tests.newsroom.measure import Check, checks, differences, figures, floors, run


@pytest.fixture(scope="session")
def done() -> list[Check]:
    return checks(run())


def test_every_figure_has_a_floor(done: list[Check]) -> None:
    assert set(figures(done)) == set(floors())


def test_pairs_on_one_side_only_count_half() -> None:
    both, missed, extra = (Check("pairs", "page", "", "", "", points, of) for points, of in ((2, 2), (0, 1), (0, 1)))
    assert figures([both, missed, extra]) == {"pairs": 50.0}  # precision and recall are both one half
    assert figures([both, missed]) == {"pairs": 66.6}  # rounded down: a floor is never above what was reached


@pytest.mark.parametrize(("figure", "floor"), floors().items())
def test_no_figure_falls_under_its_floor(done: list[Check], figure: str, floor: float) -> None:
    if (reached := figures(done)[figure]) < floor:
        told = "\n".join(differences(done, figure))
        pytest.fail(f"{figure} is {reached}, its floor {floor}. What differs, by page:\n{told}", pytrace=False)
