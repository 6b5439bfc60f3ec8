"""What a new desk subscribes to by itself: the public feeds that the packaged outlets name."""

from __future__ import annotations

from suyuan.desk.store.subscriptions import Subscriptions, Watched
from suyuan.outlets import Directory
from suyuan.records import SubscriptionKind

APART = 2.0  # seconds between the first looks at two of them


def is_new(subscriptions: Subscriptions) -> bool:
    """Whether a desk has never had a subscription."""
    return subscriptions.count() == 0 and not subscriptions.was_used()


def subscribe(subscriptions: Subscriptions, outlets: Directory, now: float) -> int:
    """Subscribe to every feed that an outlet names; gives how many."""
    feeds = [(outlet, url) for outlet in outlets.outlets for url in outlet.feeds]
    with subscriptions.transaction():
        return sum(
            subscriptions.add(
                Watched(
                    url=url,
                    address=url,
                    kind=SubscriptionKind.FEED.value,
                    title=outlet.name,
                    outlet=outlet.id,
                    added=now,
                    next=now + number * APART,
                )
            )
            for number, (outlet, url) in enumerate(feeds)
        )
