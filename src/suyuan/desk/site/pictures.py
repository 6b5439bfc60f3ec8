"""Pictures of articles for readers who choose to see them: fetched by the desk, made harmless, sent from here.

A reader's browser never asks an outlet for anything. Off unless the owner says so in `settings.toml`, and then each
reader says so, too: a picture is fetched from the outlet when its article is read, and the outlet's log tells.
"""

from __future__ import annotations

from typing import Any

from litestar import Response
from litestar.datastructures import Cookie
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler

from suyuan.desk import pictures
from suyuan.desk.site import guard
from suyuan.desk.site.answer import YEAR, Asked, Form, FormRoute, missing, one, redirect, site_of
from suyuan.desk.site.entrance import own
from suyuan.desk.store.access import Scope as Right
from suyuan.records import Article

COOKIE = "pictures"
KEPT = 24 * 3600  # seconds that a browser keeps a picture


def wants(request: Asked) -> bool:
    """Whether this reader is shown pictures."""
    return site_of(request).gallery is not None and request.cookies.get(COOKIE) == "1"


async def picture(request: Asked) -> Response[Any]:
    """One picture of an article, by its place among them: the desk fetches nothing that no article shows."""
    site = site_of(request)
    address = _address(request, request.path_params["article_id"], request.path_params["place"])
    # Only who chose pictures: the choice is not sent along when a page elsewhere names this address.
    may = guard.visitor_of(request).may(Right.READ) and wants(request)
    found = await site.gallery.picture(address) if site.gallery and may and address else None
    if found is None:
        return missing(request, "picture", request.scope["path"])
    headers = {"cache-control": f"private, max-age={KEPT}, immutable"}
    return Response(found, media_type=pictures.MEDIA_TYPE, headers=headers)


def _address(request: Asked, article_id: str, place: int) -> str | None:
    article = site_of(request).store.get(Article, article_id)
    return article.pictures[place].url if article and 0 <= place < len(article.pictures) else None


def choose(request: Asked, form: Form) -> Response[bytes]:
    """Show pictures from now on, or (`off`) no more."""
    answer = redirect(own(one(form, "back")))
    is_on = not one(form, "off")
    answer.set_cookie(
        Cookie(COOKIE, value="1" if is_on else "", max_age=YEAR if is_on else 0, httponly=True, samesite="lax")
    )
    return answer


ROUTES = (FormRoute(path="/pictures", does=choose, right=Right.READ),)
HANDLERS = (
    HTTPRouteHandler(
        "/picture/{article_id:str}/{place:int}", http_method=[HttpMethod.GET, HttpMethod.HEAD], include_in_schema=False
    )(picture),
)
