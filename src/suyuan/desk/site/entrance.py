"""Signing in and out."""

from __future__ import annotations

import re
from asyncio import Semaphore, to_thread
from datetime import UTC, datetime

from litestar import Response
from litestar.datastructures import Cookie
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler

from suyuan.desk.site import guard
from suyuan.desk.site.answer import (
    Asked,
    Form,
    FormRoute,
    Route,
    Site,
    one,
    page,
    read_form,
    redirect,
    refused,
    site_of,
)
from suyuan.desk.store.access import IDLE, is_right

AT_ONCE = Semaphore(2)
"""Passwords looked at together: each takes a processor and 64 MB for a tenth of a second."""

_OWN = re.compile(r"/(?:[a-z][^\\\x00-\x20]*)?")
"""An address of this desk: `//elsewhere` and `/\\elsewhere` are none."""


def sign_in(request: Asked) -> Response[bytes]:
    """The page that asks for the password."""
    site = site_of(request)
    return page(request, "sign-in.html", _view(site, request.query_params.get("then", ""), ""))


def _view(site: Site, then: str, trouble: str, seconds: int = 0) -> dict[str, object]:
    return {"then": own(then), "trouble": trouble, "seconds": seconds, "has_password": site.access.password is not None}


def own(then: str) -> str:
    """Where to go after signing in: an address of this desk, else the front page."""
    return then if _OWN.fullmatch(then) else "/"


async def signed_in(request: Asked) -> Response[bytes]:
    """Open a session for who knows the password."""
    site, form = site_of(request), await read_form(request)
    if not guard.is_own_form(request, one(form, "form")):
        return refused(request, 403, "form")
    then, now = one(form, "then"), datetime.now(UTC)
    trouble = await password_trouble(request, site, one(form, "password"))
    if trouble:
        seconds = int(site.attempts.wait(guard.neighbourhood(request.scope), now).total_seconds())
        answer = page(request, "sign-in.html", _view(site, then, trouble, seconds), 429 if trouble == "wait" else 403)
        if trouble == "wait":
            answer.headers["retry-after"] = str(seconds + 1)
        return answer
    answer = redirect(own(then))
    answer.set_cookie(_cookie(request, site.access.open_session(now)))
    return answer


async def password_trouble(request: Asked, site: Site, password: str) -> str:
    """Why a password lets nobody in: none is set, it is wrong, or too many were; empty where it is right."""
    who, now, hashed = guard.neighbourhood(request.scope), datetime.now(UTC), site.access.password
    if hashed is None:
        return "none"
    if site.attempts.wait(who, now):
        return "wait"
    site.attempts.failed(who, now)  # before it is looked at, so that many at once are counted, too
    async with AT_ONCE:
        right = await to_thread(is_right, hashed, password)
    if not right:
        return "wrong"
    site.attempts.passed(who)
    return ""


def _cookie(request: Asked, secret: str, *, age: int = int(IDLE.total_seconds())) -> Cookie:
    return Cookie(
        guard.COOKIE,
        value=secret,
        max_age=age,
        path="/",
        httponly=True,
        samesite="lax",
        secure=guard.is_secure(request),
    )


def signed_out(request: Asked, form: Form) -> Response[bytes]:
    """Close the session."""
    site = site_of(request)
    site.access.close_session(request.cookies.get(guard.COOKIE, ""))
    answer = redirect("/")
    answer.set_cookie(_cookie(request, "", age=0))
    return answer


ROUTES: tuple[Route | FormRoute, ...] = (
    Route(path="/sign-in", answer=sign_in, right=None),
    FormRoute(path="/sign-out", does=signed_out, right=None),
)
HANDLERS = (
    HTTPRouteHandler("/sign-in", http_method=[HttpMethod.POST], include_in_schema=False, status_code=200)(signed_in),
)
"""The door waits for a slow answer without keeping others waiting."""
