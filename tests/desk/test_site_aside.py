"""Answers that take long are made aside: nobody else waits for them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from litestar import Litestar, Response
from litestar.testing import TestClient

from suyuan.desk.site import create
from suyuan.desk.site.answer import Asked, Route, handler, site_of
from suyuan.desk.store import Store
from tests.desk.test_site_newsroom import NOW, newsroom


def site_with(folder: Path, *routes: Route) -> Litestar:
    """The site of the newsroom with more routes."""
    site = create(newsroom(folder), now=NOW)
    for route in routes:
        site.register(handler(route, site.state.site.store))
    return site


def test_while_a_long_answer_is_made_others_are_answered(tmp_path: Path) -> None:
    begun, may_end = Event(), Event()
    stores: list[Store] = []

    def long(request: Asked) -> Response[bytes]:
        stores.append(site_of(request).store)
        begun.set()
        assert may_end.wait(20)
        return Response(str(len(site_of(request).store.latest(5))).encode(), status_code=200)

    site = site_with(tmp_path, Route(path="/long", answer=long, is_long=lambda _: True))
    with TestClient(site, base_url="http://127.0.0.1:8000") as client, ThreadPoolExecutor() as others:
        waiting = others.submit(client.get, "/long")
        assert begun.wait(20)
        assert client.get("/").status_code == 200
        assert not waiting.done()
        may_end.set()
        answer = waiting.result(20)
        assert (answer.status_code, answer.text) == (200, "5") and "etag" in answer.headers
        assert stores[0] is not site.state.site.store


def test_a_long_answer_that_fails_is_told_as_any_other(tmp_path: Path) -> None:
    def fails(_request: Asked) -> Response[bytes]:
        raise RuntimeError("broken")

    site = site_with(tmp_path, Route(path="/long", answer=fails, is_long=lambda _: True))
    with TestClient(site, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        answer = client.get("/long")
    assert answer.status_code == 500 and "RuntimeError" in answer.text
