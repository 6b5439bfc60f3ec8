"""Claims 说法: Assertion × Assertion → Claim → Corroboration. Doors: `find`, `passages`, `prepare`, `keys`, `same`, `weigh`."""

from suyuan.claims.find import find, passages
from suyuan.claims.keys import keys, prepare
from suyuan.claims.same_claim import same
from suyuan.claims.weigh import weigh

__all__ = ["find", "keys", "passages", "prepare", "same", "weigh"]
