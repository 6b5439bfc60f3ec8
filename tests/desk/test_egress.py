"""The one door to the network goes nowhere but to the public internet, by whatever road."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from suyuan.desk import egress
from suyuan.desk.errors import FetchFailed, Refused

INSIDE = ("127.0.0.1/32",)


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/inside":
            self._send(302, b"", ("Location", "http://169.254.169.254/latest/meta-data"))
        elif self.path == "/loop":
            self._send(302, b"", ("Location", "/loop"))
        elif self.path == "/file":
            self._send(302, b"", ("Location", "file:///etc/passwd"))
        elif self.path == "/huge":
            self._send(200, b"x" * (egress.LARGEST + 1))
        else:
            self._send(200, "<p>好</p>".encode("gbk"), ("Content-Type", "text/html; charset=gbk"))

    def _send(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
        "http://100.64.0.1/", "http://169.254.169.254/", "http://0.0.0.0/", "http://198.18.0.1/", "http://224.0.0.1/", "http://240.0.0.1/",
        "http://[fe80::1]/", "http://[fc00::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
        "ftp://www.example.com/", "file:///etc/passwd", "http://www.example.com:22/",
    ],
)  # fmt: skip
def test_addresses_inside_are_refused(url: str) -> None:
    with pytest.raises(Refused):
        egress.get(url)


def test_what_the_owner_allows_is_fetched(site: str) -> None:
    answer = egress.get(site + "/page", allow=INSIDE)
    assert (answer.status, answer.media_type, answer.charset, answer.body.decode("gbk")) == (
        200,
        "text/html",
        "gbk",
        "<p>好</p>",
    )


@pytest.mark.parametrize("path", ["/inside", "/file"])
def test_a_redirect_does_not_lead_inside(site: str, path: str) -> None:
    with pytest.raises(Refused):
        egress.get(site + path, allow=INSIDE)


@pytest.mark.parametrize("path", ["/loop", "/huge"])
def test_bounds(site: str, path: str) -> None:
    with pytest.raises(FetchFailed):
        egress.get(site + path, allow=INSIDE)


def test_no_other_module_opens_a_connection() -> None:
    from pathlib import Path

    import suyuan

    names = ("aiohttp", "socket", "urllib.request", "http.client", "requests", "httpx")
    root = Path(suyuan.__file__).parent
    found = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.split("#")[0].split()[:1] in (["import"], ["from"])
        and any(line.split()[1].startswith(name) for name in names)
    }
    assert found - {"desk/site/__init__.py", "desk/site/app.py"} == {
        "desk/egress.py"
    }  # the site listens; it opens nothing
