"""The block model: small trees that were learnt on pages read by hand, and say for each line how likely it is article text.

Weights, data and recipe: `train/`. Every tree is stored as a full binary tree, so a step down is arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from suyuan.articles.features import Numbers

WEIGHTS = "blocks.npz"
_AT_ONCE = 2_000  # lines, so that a page of any length needs little memory
_FIRST = 30
_HOPELESS = (
    -3.3
)  # their score, with which six lines in seven of a page are none: hardly one in a thousand ends above 0.015


def likelihood(rows: Numbers) -> Numbers:
    """For each row of features how likely the line is text of the article."""
    out = np.zeros(len(rows), np.float32)
    for start in range(0, len(rows), _AT_ONCE):
        part = np.ascontiguousarray(rows[start : start + _AT_ONCE])
        first = _score(part, slice(0, _FIRST))
        doubtful = np.flatnonzero(first > _HOPELESS)
        score = first[doubtful] + _score(part[doubtful], slice(_FIRST, None))
        out[start + doubtful] = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
    return out


def _score(rows: Numbers, which: slice) -> Numbers:
    """What these trees say of each row together."""
    (first, split), *deeper = _levels(which.start, which.stop)
    leaves = _leaves(which.start, which.stop)
    base = np.arange(0, rows.size, rows.shape[1])[:, None]
    values = rows.ravel()
    # A tree's nodes stand side by side at every depth, so the two below one are at twice its place and behind that.
    at = np.arange(0, 2 * len(first), 2) + (rows.take(first, axis=1, mode="clip") > split)
    for feature, threshold in deeper:
        goes_right = values.take(base + feature.take(at, mode="clip"), mode="clip") > threshold.take(at, mode="clip")
        at += at
        at += goes_right
    score: Numbers = leaves.take(at, mode="clip").sum(axis=1)
    return score


@cache
def _levels(start: int, stop: int | None) -> tuple[tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]], ...]:
    """For each depth: feature and threshold of the trees' nodes there, tree by tree."""
    stored = _stored()
    feature, threshold = stored["feature"][start:stop].astype(np.int64), stored["threshold"][start:stop]
    ends = [2**depth - 1 for depth in range(int(feature.shape[1] + 1).bit_length())]
    return tuple((feature[:, start:end].ravel(), threshold[:, start:end].ravel()) for start, end in pairwise(ends))


@cache
def _leaves(start: int, stop: int | None) -> npt.NDArray[np.float32]:
    leaves: npt.NDArray[np.float32] = _stored()["leaf"][start:stop].ravel()
    return leaves


def _stored() -> Mapping[str, npt.NDArray[np.float32]]:
    stored: Mapping[str, npt.NDArray[np.float32]] = np.load(BytesIO(files(__package__).joinpath(WEIGHTS).read_bytes()))
    return stored
