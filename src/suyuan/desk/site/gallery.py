"""Where the pictures of articles come from: the cache, or the outlet by the desk's one door to the network."""

from __future__ import annotations

from asyncio import Semaphore, to_thread
from dataclasses import dataclass, field

from suyuan.desk import pictures
from suyuan.desk.egress import Door
from suyuan.desk.errors import FetchFailed, Refused, UnreadableInput
from suyuan.desk.settings import Egress
from suyuan.desk.site.recent import Recent

AT_ONCE = 4  # pictures that are fetched and decoded together; a page with a hundred waits
REMEMBERED = 600.0  # seconds in which what could not be shown is not tried again


@dataclass(frozen=True)
class Gallery:
    """The pictures that this desk shows: each fetched once, and made harmless before anybody sees it."""

    cache: pictures.Cache
    egress: Egress
    failed: Recent = field(default_factory=Recent)
    turn: Semaphore = field(default_factory=lambda: Semaphore(AT_ONCE))

    async def picture(self, url: str) -> bytes | None:
        """The picture of an address, made harmless; None where there is none that can be shown."""
        found = await to_thread(self.cache.find, url)
        if found is not None or self.failed.knows(url, REMEMBERED):
            return found
        async with self.turn:
            found = await to_thread(self.cache.find, url)  # somebody else may have asked meanwhile
            return found if found is not None else await self._fetched(url)

    async def _fetched(self, url: str) -> bytes | None:
        try:
            async with Door(self.egress) as door:
                answer = await door.get(url, largest=pictures.LARGEST)
            if answer.status != 200:
                raise FetchFailed(f"{url} answered with status {answer.status}.")
            made = await to_thread(pictures.remake, answer.body)
        except (Refused, FetchFailed, UnreadableInput) as error:
            why = str(error)
            self.failed.answer(url, REMEMBERED, lambda: why)
            return None
        await to_thread(self.cache.put, url, made)
        return made
