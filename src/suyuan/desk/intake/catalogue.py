"""What a new desk subscribes to by itself: public feeds in Chinese that outlets offer themselves, no bridges.

An owner's own outlets may name feeds too (`feeds` in their TOML); those of the packaged ones that are not in Chinese
are left to the owner.
"""

from __future__ import annotations

from suyuan.desk.store.subscriptions import Subscriptions, Watched
from suyuan.outlets import Directory
from suyuan.records import SubscriptionKind

FEEDS = (
    # outlet, what of it, feed
    ("chinanews", "滚动", "https://www.chinanews.com.cn/rss/scroll-news.xml"),
    ("chinanews", "国际", "https://www.chinanews.com.cn/rss/world.xml"),
    ("chinanews", "财经", "https://www.chinanews.com.cn/rss/finance.xml"),
    ("chinanews", "社会", "https://www.chinanews.com.cn/rss/society.xml"),
    ("people", "时政", "http://www.people.com.cn/rss/politics.xml"),
    ("people", "国际", "http://www.people.com.cn/rss/world.xml"),
    ("people", "社会", "http://www.people.com.cn/rss/society.xml"),
    ("36kr", "", "https://36kr.com/feed"),
    ("huxiu", "", "https://www.huxiu.com/rss/0.xml"),
    ("ifanr", "", "https://www.ifanr.com/feed"),
    ("ithome", "", "https://www.ithome.com/rss/"),
    ("tmtpost", "", "https://www.tmtpost.com/feed"),
    ("solidot", "", "https://www.solidot.org/index.rss"),
    ("sspai", "", "https://sspai.com/feed"),
    ("rthk", "本地", "https://rthk.hk/rthk/news/rss/c_expressnews_clocal.xml"),
    ("rthk", "大中华", "https://rthk.hk/rthk/news/rss/c_expressnews_greaterchina.xml"),
    ("rthk", "国际", "https://rthk.hk/rthk/news/rss/c_expressnews_cinternational.xml"),
    ("info-gov-hk", "", "https://www.info.gov.hk/gia/rss/general_zh.xml"),
    ("mingpao", "即时", "https://news.mingpao.com/rss/ins/all.xml"),
    ("udn", "要闻", "https://udn.com/rssfeed/news/2/6638?ch=news"),
    ("ltn", "", "https://news.ltn.com.tw/rss/all.xml"),
    ("bbc", "中文", "https://feeds.bbci.co.uk/zhongwen/simp/rss.xml"),
    ("dw", "中文", "https://rss.dw.com/rdf/rss-chi-all"),
    ("nytimes", "中文", "https://cn.nytimes.com/rss/"),
    ("rfi", "中文", "https://www.rfi.fr/cn/rss"),
)
"""Public feeds, official and in Chinese."""

APART = 2.0  # seconds between the first looks at two of them


def is_new(subscriptions: Subscriptions) -> bool:
    """Whether a desk has never had a subscription."""
    return subscriptions.count() == 0 and not subscriptions.was_used()


def subscribe(subscriptions: Subscriptions, outlets: Directory, now: float) -> int:
    """Subscribe to the catalogue; gives to how many feeds."""
    added = 0
    with subscriptions.transaction():
        for number, (outlet_id, part, url) in enumerate(FEEDS):
            outlet = outlets.by_id(outlet_id)
            title = " ".join(filter(None, (outlet.name if outlet else outlet_id, part)))
            added += subscriptions.add(
                Watched(
                    url=url,
                    address=url,
                    kind=SubscriptionKind.FEED.value,
                    title=title,
                    outlet=outlet_id,
                    added=now,
                    next=now + number * APART,
                )
            )
    return added
