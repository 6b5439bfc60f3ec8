"""JSON Feed 1.1: the same feeds for programs that would rather not read XML."""

from __future__ import annotations

import msgspec

from suyuan.desk.site.formats.html import outside
from suyuan.desk.site.views.feeds import Feed

NAME = "JSON Feed"
MEDIA_TYPE = "application/feed+json"
GIVES = "/feed.json · /feed/story.json?of=ID · outlet, speaker, claim, search, saved, changes"


def render(feed: Feed, base: str, own: str) -> bytes:
    """The feed; `base` is the address of the site, with which the links begin, `own` the path of the feed itself."""
    return msgspec.json.encode(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": base + feed.path,
            "feed_url": base + own,
            "items": [
                {
                    "id": one.urn,
                    "url": base + one.path,
                    "title": one.title,
                    "content_text": one.summary,
                    "date_published": one.first,
                    "date_modified": one.at,
                    "authors": [{"name": one.author or "溯源"}],
                    **({"external_url": address} if (address := outside(one.outside)) else {}),
                }
                for one in feed.entries
            ],
        }
    )
