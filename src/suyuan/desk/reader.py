"""The second reader over the network: any OpenAI-compatible endpoint that the owner sets; nothing without one.

It is asked once per text and its answer kept under a digest of all that was asked, so that making everything again
asks nothing again. It gets a question and no tools; what of its answer counts is decided where statements are made.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from suyuan.desk import egress
from suyuan.desk.errors import DeskError
from suyuan.desk.settings import Egress, Reader
from suyuan.records import digest

SECONDS = 60  # for one answer: a small model on a desk's own machine needs half of it
LARGEST = 1024 * 1024  # bytes of an answer
PATIENCE = 3  # failures in a row, after which it is not asked again while this process lives
_TOKENS = 4000

_log = logging.getLogger(__name__)


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Answer(msgspec.Struct):
    choices: list[_Choice]


@dataclass
class NetworkReader:
    """Asks the endpoint of the settings, and keeps what it answered in a folder."""

    settings: Reader
    rules: Egress
    folder: Path
    asks: bool = True
    """Whether it asks what it has no answer to; a page of the site does not wait for one."""
    failures: int = field(default=0, repr=False)

    @property
    def digest(self) -> str:
        """What the version of a step that asks it depends on: who is asked, not what it answered."""
        return digest("second reader", self.settings.url, self.settings.model)

    def __call__(self, instructions: str, text: str) -> str | None:
        """The answer to a question: the one kept, else a new one; None where the endpoint gives none."""
        kept = self.folder / f"{digest(self.digest, instructions, text)}.txt"
        if kept.exists():
            return kept.read_text(encoding="utf-8")
        if not self.asks or self.failures >= PATIENCE:
            return None
        try:
            answer = asyncio.run(asyncio.wait_for(self._ask(instructions, text), SECONDS))
        except (DeskError, TimeoutError, msgspec.DecodeError) as error:
            self.failures += 1
            _log.warning("The second reader did not answer: %s", str(error) or type(error).__name__)
            return None
        self.failures = 0
        if answer is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            written = kept.with_suffix(f".{os.getpid()}")
            written.write_text(answer, encoding="utf-8", errors="replace")
            written.replace(kept)
        return answer

    async def _ask(self, instructions: str, text: str) -> str | None:
        question = {
            "model": self.settings.model,
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": text}],
            "temperature": 0,
            "max_tokens": _TOKENS,
            "stream": False,
        }
        headers = {"Content-Type": "application/json"}
        if self.settings.key:
            headers["Authorization"] = f"Bearer {self.settings.key}"
        # The owner has named this very host: it may stand in his own house.
        rules = msgspec.structs.replace(
            self.rules, allow=(*self.rules.allow, urlsplit(self.settings.url).hostname or "")
        )
        async with egress.Door(rules) as door:
            answer = await door.post(
                self.settings.url.rstrip("/") + "/chat/completions",
                json.dumps(question, ensure_ascii=False).encode("utf-8", "replace"),
                headers=headers,
                largest=LARGEST,
            )
        if answer.status != 200:
            raise DeskError(f"{answer.url} answered with {answer.status}.")
        choices = msgspec.json.decode(answer.body, type=_Answer).choices
        return choices[0].message.content if choices else None


def of(settings: Reader, rules: Egress, folder: Path, *, asks: bool = True) -> NetworkReader | None:
    """The second reader of a desk; None where the owner has set none."""
    return NetworkReader(settings, rules, folder / "second-reader", asks) if settings.url and settings.model else None
