"""The block model: small trees that were learnt on pages read by hand, and say for each line how likely it is article text.

Weights, data and recipe: `train/`. Every tree is stored as a full binary tree, so a step down is arithmetic.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

from suyuan.articles.features import Numbers

WEIGHTS = "blocks.npz"
_AT_ONCE = 2_000  # lines, so that a page of any length needs little memory


def likelihood(rows: Numbers) -> Numbers:
    """For each row of features how likely the line is text of the article."""
    feature, threshold, leaf = _weights()
    depth = int(feature.shape[1] + 1).bit_length() - 1
    out = np.empty(len(rows), np.float32)
    tree = np.arange(len(feature), dtype=np.int32)
    inner, outer = tree * feature.shape[1], tree * leaf.shape[1]
    flat_feature, flat_threshold, flat_leaf = feature.ravel(), threshold.ravel(), leaf.ravel()
    for start in range(0, len(rows), _AT_ONCE):
        part = np.ascontiguousarray(rows[start : start + _AT_ONCE])
        base = (np.arange(len(part), dtype=np.int32) * part.shape[1])[:, None]
        values = part.ravel()
        node = np.zeros((len(part), len(tree)), np.int32)
        for _ in range(depth):
            at = node + inner
            node = 2 * node + 1 + (values.take(base + flat_feature.take(at)) > flat_threshold.take(at))
        score = flat_leaf.take(node - feature.shape[1] + outer).sum(axis=1)
        out[start : start + len(part)] = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
    return out


@cache
def _weights() -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    stored = np.load(BytesIO(files(__package__).joinpath(WEIGHTS).read_bytes()))
    return stored["feature"].astype(np.int32), stored["threshold"], stored["leaf"]
