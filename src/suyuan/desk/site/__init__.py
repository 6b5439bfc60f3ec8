"""The site: what the desk knows, as pages that need no script, as JSON and as a feed. Doors: `create`, `serve`, `check_port`."""

from suyuan.desk.site.app import check_port, create, serve

__all__ = ["check_port", "create", "serve"]
