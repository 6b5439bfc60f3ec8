"""What is kept for how long: by age, by size, and never what stands as evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from suyuan.desk.store.store import Store

# A claim that more than one report carries, or that another claim speaks against, is shown for what stands behind it.
_EVIDENCE = (
    "SELECT json_extract(article.row, '$.page'), json_extract(article.row, '$.further') "
    "FROM record weighed JOIN about USING (n) JOIN record article ON article.id = about.article "
    "WHERE weighed.kind = 'Corroboration' AND about.kind = 'Corroboration' AND article.kind = 'Article' "
    "AND (json_extract(weighed.row, '$.reports') > 1 OR json_array_length(weighed.row, '$.relations') > 0)"
)


def expired(store: Store, marked: Iterable[str], *, before: datetime | None, largest: int | None) -> list[str]:
    """The kept pages, oldest first, that are older than a moment, or have to go for the rest to fit into so many bytes.

    Evidence of a claim with several reports or with one against it stays, and so does what the owner marked
    (`marked`: addresses).
    """
    staying = {one for page, further in store.db.execute(_EVIDENCE) for one in (page, *json.loads(further or "[]"))}
    for address in marked:
        for article in store.articles(store.at_address(address)):
            staying |= {article.page, *article.further}
    size: int = store.db.execute("SELECT coalesce(sum(length), 0) FROM page").get
    gone: list[str] = []
    for page_id, first_seen, length in store.db.execute(
        "SELECT id, first_seen, length FROM page ORDER BY first_seen, id"
    ):
        is_old = before is not None and datetime.fromisoformat(first_seen) < before
        is_over = largest is not None and size > largest
        if not (is_old or is_over):
            break
        if page_id not in staying:
            gone.append(page_id)
            size -= length
    return gone
