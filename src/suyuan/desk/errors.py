"""What the outside can do to us. Each message says what happened, to which thing, and what to do.

DeskError
├── DeskNotFound      no desk at that place
├── DeskBusy          another process holds what we need
├── UnreadableInput   an input that cannot be read at all (its content is judged by a Rejection instead)
├── Refused           the egress guard will not go there
└── FetchFailed       the other side did not answer, or not well
"""

from __future__ import annotations


class DeskError(Exception):
    """Anything that the outside did; the message is for a person."""


class DeskNotFound(DeskError):
    """There is no desk at that place."""


class DeskBusy(DeskError):
    """Another process holds what we need."""


class UnreadableInput(DeskError):
    """An input that cannot be read at all."""


class Refused(DeskError):
    """The egress guard will not go there."""


class FetchFailed(DeskError):
    """The other side did not answer, or not well."""
