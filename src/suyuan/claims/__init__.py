"""Claims 说法: Assertion × Assertion → Claim → Corroboration.

Doors: `find`, `passages`, `prepare`, `keys`, `same`, `weigh`; views: `known_at`, `outlet_facts`.
"""

from suyuan.claims.find import find, passages
from suyuan.claims.keys import keys, prepare
from suyuan.claims.known_at import known_at
from suyuan.claims.outlet_facts import OutletFacts, Share, outlet_facts
from suyuan.claims.same_claim import same
from suyuan.claims.weigh import weigh

__all__ = ["OutletFacts", "Share", "find", "keys", "known_at", "outlet_facts", "passages", "prepare", "same", "weigh"]
