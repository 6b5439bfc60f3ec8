"""Pictures of the world: what is one is made small and plain, what is none or means harm hurts nobody but its decoder."""

import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from litestar.testing import TestClient
from PIL import Image

from suyuan.desk import pictures, site
from suyuan.desk.engines import worker
from suyuan.desk.errors import UnreadableInput
from suyuan.desk.settings import Egress, Pictures, Settings
from suyuan.desk.store import Store
from suyuan.outlets import packaged
from suyuan.records import Article, Page, digest

NOW = datetime(2031, 6, 5, 4, 0, tzinfo=UTC)


def picture(kind: str = "JPEG", size: tuple[int, int] = (1600, 900), mode: str = "RGB", **given: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "teal" if mode == "RGB" else None).save(out, kind, **given)
    return out.getvalue()


def opened(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body))


# ── making harmless ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP"])
def test_a_picture_is_made_small_and_is_written_anew(kind: str) -> None:
    made = opened(pictures.remake(picture(kind, (2600, 1300))))
    assert (made.format, made.size) == ("WEBP", (1280, 640))


def test_nothing_but_the_colours_is_left_of_what_was_sent() -> None:
    exif = Image.Exif()
    exif[0x010E] = "渡口的位置"  # ImageDescription
    exif[0x0112] = 6  # lies on its side
    sent = picture(exif=exif, comment=b"secret", size=(80, 40))
    made = pictures.remake(sent)
    assert opened(made).size == (40, 80)  # set upright, and then told nobody
    assert not opened(made).getexif() and b"secret" not in made and "渡口".encode() not in made


def test_what_is_transparent_stays_so() -> None:
    made = opened(pictures.remake(picture("PNG", (30, 30), "RGBA")))
    assert made.mode == "RGBA" and made.getpixel((3, 3))[3] == 0


def bomb() -> bytes:
    """A picture of 30,000 × 30,000 pixels in a few kilobytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = (30_000).to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    rows = zlib.compress(bytes(3751 * 30_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg' onload='harm()'/>", id="a drawing that may run"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(ls) system", id="a program for a printer"),
        pytest.param(b"<!doctype html><p>status 404", id="a page"),
        pytest.param(picture()[:200], id="the first bytes of a picture"),
        pytest.param(bomb(), id="a bomb"),
        pytest.param(picture("JPEG", (9000, 9000), quality=1), id="a poster"),
    ],
)
def test_what_is_no_picture_for_a_page_is_refused(sent: bytes) -> None:
    with pytest.raises(UnreadableInput):
        pictures.remake(sent)


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("import os; os.abort()", "status -6"),
        ("import time; time.sleep(60)", "longer than"),
        ("import sys; sys.stdin.buffer.read()", "status 0"),
    ],
    ids=["it crashes", "it hangs", "it says nothing"],
)
def test_a_decoder_that_is_taken_over_takes_nobody_down(monkeypatch: pytest.MonkeyPatch, deed: str, told: str) -> None:
    monkeypatch.setattr(pictures, "WAIT", 1)
    with pytest.raises(UnreadableInput, match=told):
        pictures.remake(picture(), decoder=[sys.executable, "-I", "-c", deed])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its address space")
def test_a_decoder_gets_no_more_memory_than_a_picture_needs_and_opens_nothing(tmp_path: Path) -> None:
    own = "from suyuan.desk.pictures import _limit, MEMORY; _limit(); "
    for deed in (
        "bytearray(MEMORY)",
        f"open({str(tmp_path / 'left')!r}, 'wb', 0).write(b'x' * 9)",
        "__import__('socket').socket()",
    ):
        with pytest.raises(UnreadableInput):
            pictures.remake(b"", decoder=[sys.executable, "-I", "-c", own + deed + "; print('done')"])
    assert not any(path.stat().st_size for path in tmp_path.iterdir())


# ── what is at hand ──────────────────────────────────────────────────────────────────────────────


def test_of_more_pictures_than_fit_the_longest_unseen_goes(tmp_path: Path) -> None:
    kept = pictures.Cache(tmp_path, 250)
    for name in ("a", "b", "c"):
        kept.put(name, bytes(100))
        _make_older(tmp_path)
        kept.find("a")
    assert [name for name in "abc" if kept.find(name)] == ["a", "c"]
    kept.clear()
    assert kept.find("a") is None


def _make_older(folder: Path) -> None:
    import os

    for path in (folder / "pictures").iterdir():
        at = path.stat().st_mtime - 60
        os.utime(path, (at, at))


# ── the site ─────────────────────────────────────────────────────────────────────────────────────


class Outlet:
    """An outlet's own server of pictures; it counts who asks."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.sends = {"/ferry.jpg": picture(), "/broken.jpg": b"no picture"}


@pytest.fixture
def outlet() -> Iterator[tuple[Outlet, str]]:
    one = Outlet()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            one.asked.append(self.path)
            body = one.sends.get(self.path)
            self.send_response(200 if body else 404)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield one, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def desk(folder: Path, address: str, *, is_on: bool = True) -> Iterator[tuple[TestClient[object], Article]]:
    paragraphs = (
        "栖霞镇渡口管理处六日说，自七日起每晚加开两班夜船，末班二十三时开出，票价不变，学生和六十岁以上老人免票。",
        "管理处负责人柳寒秋说：“夜里下班的人多，船不能比人先睡。”她说，新船下个月到，能坐一百二十人，比旧船多四十人。",
        "栖霞镇到对岸的鸥岛有四公里水路，岛上有两千多人，一半在镇上做工。镇上的人说，桥修了十年还在图上，船才是路。",
    )
    figures = [
        f"<figure><img src='{address}/{one}.jpg' width=900 height=600><figcaption>渡口清晨，{words}。栖霞日报记者 桑晚 摄</figcaption></figure>"
        for one, words in (("ferry", "头班船靠岸"), ("broken", "末班船离岸"))
    ]
    told = "".join(f"<p>{one}</p>{figure}" for one, figure in zip(paragraphs, [*figures, ""], strict=True))
    body = (
        "<!doctype html><html lang=zh><head><title>渡口加开夜班船</title></head><body><article>"
        f"<h1>渡口加开夜班船</h1>{told}</article></body></html>"
    ).encode()
    url = "https://news.duzhou.example/night"
    store = Store(folder, create=True)
    store.keep([Page(id=digest("page", url, body), url=url, body=body, fetched=NOW, first_seen=NOW)])
    worker.work(store, {"outlets": packaged()})
    found = store.latest(1)[0]
    store.close()
    chosen = Settings(pictures=Pictures(is_on=is_on), egress=Egress(allow=("127.0.0.1",)))
    with TestClient(site.create(folder, now=NOW, chosen=chosen), base_url="http://127.0.0.1") as client:
        yield client, found


def _choose(client: TestClient[object], found: Article, **more: str) -> None:
    page = client.get(f"/article/{found.id}").text
    word = page.split('name="form" value="')[1].split('"')[0]
    answer = client.post(
        "/pictures", data={"form": word, "back": f"/article/{found.id}#pictures", **more}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"/article/{found.id}#pictures")


def test_nobody_is_asked_for_a_picture_before_the_reader_wants_any(tmp_path: Path, outlet: tuple[Outlet, str]) -> None:
    asked, address = outlet
    with desk(tmp_path, address) as (client, found):
        assert len(found.pictures) == 2
        assert "<img" not in client.get(f"/article/{found.id}").text
        assert client.get(f"/picture/{found.id}/0").status_code == 404
        _choose(client, found)
        page = client.get(f"/article/{found.id}").text
        assert f'src="/picture/{found.id}/0"' in page and 'alt="图片 1"' in page and asked.asked == []
        answer = client.get(f"/picture/{found.id}/0")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
        assert opened(answer.content).size == (1280, 720)
        client.get(f"/picture/{found.id}/0")
        assert asked.asked == ["/ferry.jpg"]  # once for all readers
        _choose(client, found, off="1")
        assert "<img" not in client.get(f"/article/{found.id}").text


def test_what_cannot_be_shown_is_not_asked_for_again_and_again(tmp_path: Path, outlet: tuple[Outlet, str]) -> None:
    asked, address = outlet
    with desk(tmp_path, address) as (client, found):
        _choose(client, found)
        assert [client.get(f"/picture/{found.id}/{place}").status_code for place in (1, 1, 2, 99)] == [404] * 4
        assert asked.asked == ["/broken.jpg"]


def test_a_desk_shows_no_pictures_unless_its_owner_says_so(tmp_path: Path, outlet: tuple[Outlet, str]) -> None:
    asked, address = outlet
    with desk(tmp_path, address, is_on=False) as (client, found):
        page = client.get(f"/article/{found.id}").text
        assert 'action="/pictures"' not in page and "渡口清晨，头班船靠岸" in page  # the words of a picture are text
        client.cookies.set("pictures", "1")
        assert client.get(f"/picture/{found.id}/0").status_code == 404 and asked.asked == []


def test_a_picture_inside_is_not_fetched_for_anybody(tmp_path: Path, outlet: tuple[Outlet, str]) -> None:
    asked, address = outlet
    with desk(tmp_path, address) as (_, found):
        pass
    guarded = Settings(pictures=Pictures(is_on=True))
    with TestClient(site.create(tmp_path, now=NOW, chosen=guarded), base_url="http://127.0.0.1") as client:
        client.cookies.set("pictures", "1")
        assert client.get(f"/picture/{found.id}/0").status_code == 404 and asked.asked == []
