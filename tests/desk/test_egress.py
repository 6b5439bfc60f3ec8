"""The one door to the network goes nowhere but to the public internet, by whatever road."""

import ast
import gzip
import zlib
from pathlib import Path

import pytest

import suyuan
from suyuan.desk import egress
from suyuan.desk.errors import DeskError, FetchFailed, Refused
from suyuan.desk.packed import unpacked
from suyuan.desk.settings import Egress
from tests.intake.small_internet import Internet, Reply, live, redirect

INSIDE = [
    "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
    "http://100.64.0.1/", "http://169.254.169.254/", "http://0.0.0.0/", "http://0.1.2.3/", "http://198.18.0.1/", "http://224.0.0.1/",
    "http://240.0.0.1/", "http://255.255.255.255/", "http://192.0.0.8/", "http://192.0.2.1/", "http://192.88.99.1/",
    "http://[fe80::1]/", "http://[fec0::1]/", "http://[fc00::1]/", "http://[ff02::1]/", "http://[::]/", "http://[::127.0.0.1]/",
    "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/", "http://[2001::1]/",
    "http://[2001:db8::1]/", "http://[100::1]/",
]  # fmt: skip
ODD = [
    "ftp://www.example.com/", "file:///etc/passwd", "gopher://www.example.com/", "data:text/html,x", "//www.example.com", "",
    "http://www.example.com:22/", "http://www.example.com:6379/", "http://127.1/", "http://0x7f000001/", "http://2130706433/",
    "http://017700000001/", "http://good.example.com@127.0.0.1/", "http://[::1", "http://a b/", "http://\x00/",
]  # fmt: skip


def get(internet: Internet, url: str, rules: Egress = egress.PUBLIC) -> egress.Answer:
    async def story() -> egress.Answer:
        async with internet.door(rules) as door:
            return await door.get(url)

    return live(internet, story)


@pytest.fixture
def internet() -> Internet:
    made = Internet()
    made.put("http://news.example.com/", "<p>好")
    made.names["localhost"] = [["127.0.0.1"]]
    return made


# ── SSRF ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("url", [*INSIDE, *ODD])
def test_ssrf_by_feed_url(internet: Internet, url: str) -> None:
    with pytest.raises(DeskError):
        get(internet, url)
    assert internet.dialled == []


@pytest.mark.parametrize("url", [*INSIDE, *ODD])
def test_ssrf_through_a_redirect(internet: Internet, url: str) -> None:
    internet.put("http://news.example.com/out", redirect(url or "ftp:x"))
    with pytest.raises(DeskError):
        get(internet, "http://news.example.com/out")
    assert all(one.startswith("93.184.") for one in internet.dialled)


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "169.254.169.254", "::ffff:10.0.0.1", "fe80::1%eth0", "198.18.0.5"]
)
def test_ssrf_by_a_name_that_leads_inside(internet: Internet, address: str) -> None:
    internet.names["feed.example.com"] = [[address]]
    with pytest.raises(Refused, match="not on the public internet"):
        get(internet, "http://feed.example.com/")
    internet.names["feed.example.com"] = [["93.184.216.34", address]]
    with pytest.raises(Refused):
        get(internet, "http://feed.example.com/")
    assert internet.dialled == []


def test_dns_rebinding(internet: Internet) -> None:
    """A name that is public when it is looked at and inside when it is connected to: there is no second look-up."""
    internet.put("http://feed.example.com/", "<p>文")
    internet.names["feed.example.com"] = [["93.184.216.34"], ["127.0.0.1"]]
    assert get(internet, "http://feed.example.com/").status == 200
    assert internet.dialled == ["93.184.216.34"]
    with pytest.raises(Refused):  # the next request looks again
        get(internet, "http://feed.example.com/")
    assert internet.dialled == ["93.184.216.34"]


def test_dns_rebinding_between_two_hops(internet: Internet) -> None:
    internet.put("http://feed.example.com/", Reply(status=302, headers=(("Location", "/b"), ("Connection", "close"))))
    internet.names["feed.example.com"] = [["93.184.216.34"], ["127.0.0.1"]]
    with pytest.raises(Refused):
        get(internet, "http://feed.example.com/")


def test_ssrf_by_side_door() -> None:
    """No other module opens a connection, nor imports what could; the site listens and opens nothing."""
    openers = ("aiohttp", "socket", "ssl", "urllib.request", "http.client", "requests", "httpx", "ftplib", "smtplib",
               "telnetlib", "xmlrpc", "websockets", "urllib3", "asyncio.streams", "socketserver")  # fmt: skip
    calls = ("open_connection", "create_connection", "sock_connect", "start_connection", "urlopen", "urlretrieve")
    root = Path(suyuan.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
                if isinstance(node, ast.ImportFrom)
                else [node.attr]
                if isinstance(node, ast.Attribute) and node.attr in calls
                else []
            )
            if any(
                name in calls or any(name == one or name.startswith(one + ".") for one in openers) for name in names
            ):
                found.add(str(path.relative_to(root)))
    listening = {"desk/site/__init__.py", "desk/site/app.py"}
    assert found - listening == {"desk/egress.py"}


def test_guard_against_chinese_proxies(internet: Internet) -> None:
    """A local proxy answers every name with a fake address; names may lead there then, and only names."""
    internet.put("http://feed.example.com/", "<p>文")
    internet.names["feed.example.com"] = [["198.18.0.7"]]
    with pytest.raises(Refused):
        get(internet, "http://feed.example.com/")
    fake = Egress(fake_ip_ranges=("198.18.0.0/15",))
    assert get(internet, "http://feed.example.com/", fake).status == 200
    for url in (
        "http://198.18.0.7/",
        "http://169.254.169.254/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
    ):
        with pytest.raises(Refused):
            get(internet, url, fake)
        internet.put("http://feed.example.com/out", redirect(url))
        with pytest.raises(Refused):
            get(internet, "http://feed.example.com/out", fake)


def test_everything_goes_through_the_owners_proxy_and_nothing_inside(internet: Internet) -> None:
    rules = Egress(proxy="http://127.0.0.1:7890")
    assert get(internet, "http://news.example.com/", rules).body.decode() == "<p>好"
    assert internet.dialled == ["127.0.0.1"]
    for url in (
        "http://127.0.0.1:7890/",
        "http://127.0.0.1/",
        "http://router/",
        "http://nas.local/",
        "http://10.0.0.1/",
    ):
        with pytest.raises(Refused):
            get(internet, url, rules)


def test_what_the_owner_allows_is_fetched(internet: Internet) -> None:
    internet.put("http://nas.home/feed", "<p>家")
    internet.put("http://10.1.2.3/feed", "<p>家")
    internet.names["nas.home"] = [["192.168.7.7"]]
    internet.names["evil.example.com"] = [["192.168.7.7"]]
    assert get(internet, "http://nas.home:9000/feed", Egress(allow=("nas.home",))).status == 200
    assert get(internet, "http://10.1.2.3/feed", Egress(allow=("10.0.0.0/8",))).status == 200
    with pytest.raises(Refused):
        get(internet, "http://evil.example.com/", Egress(allow=("nas.home",)))


# ── what comes back is bounded ───────────────────────────────────────────────────────────────────


def test_big_file_abuse(internet: Internet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(egress.Door.get, "__kwdefaults__", {**egress.Door.get.__kwdefaults__, "largest": 1_000_000})
    internet.put("http://news.example.com/huge", b"x" * 1_000_001)
    with pytest.raises(FetchFailed, match="more than"):
        get(internet, "http://news.example.com/huge")


def test_decompression_bombs(internet: Internet) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    internet.put("http://news.example.com/bomb", Reply(bomb, headers=(("Content-Encoding", "gzip"),)))
    with pytest.raises(FetchFailed, match="times its size"):
        get(internet, "http://news.example.com/bomb")
    with pytest.raises(DeskError):
        unpacked(bomb, 64_000_000)
    with pytest.raises(DeskError):
        unpacked(gzip.compress(b"a") * 100_000, 50_000)


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", gzip.compress("文".encode(), mtime=0)),
        ("x-gzip", gzip.compress("文".encode(), mtime=0)),
        ("gzip", gzip.compress("文".encode()[:2], mtime=0) + gzip.compress("文".encode()[2:], mtime=0)),
        ("deflate", zlib.compress("文".encode())),
        ("deflate", zlib.compress("文".encode())[2:-4]),
        ("identity", "文".encode()),
    ],
)
def test_packed_answers_are_opened(internet: Internet, packing: str, body: bytes) -> None:
    internet.put("http://news.example.com/p", Reply(body, headers=(("Content-Encoding", packing),)))
    assert get(internet, "http://news.example.com/p").body.decode() == "文"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(gzip.compress(b"<p>whole" * 100, mtime=0)[:-9], headers=(("Content-Encoding", "gzip"),)),
        Reply(b"no gzip", headers=(("Content-Encoding", "gzip"),)),
        Reply(b"x", headers=(("Content-Encoding", "br"),)),
        Reply(b"<p>" * 1000, cut=500),
        Reply(b"<p>", delay=100),
        Reply(b"<p>" * 1000, trickle=1),
        Reply(raw=b"\x00\x01garbage\r\n\r\n"),
        Reply(raw=b""),
        Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"y" * 20_000 + b"\r\n\r\n"),
        Reply(raw=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"),
        Reply(status=302, headers=(("Location", "/bad"),)),
        Reply(status=302, headers=(("Location", "http://[oops/"),)),
    ],
)
def test_bad_weather_is_a_plain_failure(internet: Internet, reply: Reply) -> None:
    internet.put("http://news.example.com/bad", reply)
    with pytest.raises(DeskError):
        get(internet, "http://news.example.com/bad")


def test_a_permanent_move_is_told_and_a_passing_one_is_not(internet: Internet) -> None:
    internet.put("http://news.example.com/a", redirect("/b", 301))
    internet.put("http://news.example.com/b", redirect("/", 308))
    internet.put("http://news.example.com/c", redirect("/b", 302))
    assert get(internet, "http://news.example.com/a").moved == "http://news.example.com/"
    assert get(internet, "http://news.example.com/c").moved is None
    assert get(internet, "http://news.example.com/").moved is None


def test_the_desk_says_who_it_is_and_whom_to_ask(internet: Internet) -> None:
    internet.put("http://news.example.com/who", lambda request: request.headers["user-agent"])
    assert get(internet, "http://news.example.com/who", Egress(contact="+mailto:desk@example.org")).body.endswith(
        b"(+mailto:desk@example.org)"
    )
    with pytest.raises(DeskError):  # header injection
        get(internet, "http://news.example.com/who", Egress(contact="x\r\nHost: evil"))


def test_post_goes_by_the_same_guard_and_follows_nothing(internet: Internet) -> None:
    internet.put("http://news.example.com/ask", lambda request: f"{request.method} {request.body.decode()}")
    internet.put("http://news.example.com/on", redirect("http://127.0.0.1/"))

    async def story() -> list[object]:
        async with internet.door() as door:
            first = await door.post("http://news.example.com/ask", b"{}")
            second = await door.post("http://news.example.com/on", b"{}")
            with pytest.raises(Refused):
                await door.post("http://127.0.0.1/", b"{}")
            return [first.body, second.status]

    assert live(internet, story) == [b"POST {}", 302]
