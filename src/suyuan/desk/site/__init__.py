"""The site: what the desk knows, as pages that need no script, as JSON and as a feed. Doors: `create`, `serve`."""

from suyuan.desk.site.app import create, serve

__all__ = ["create", "serve"]
