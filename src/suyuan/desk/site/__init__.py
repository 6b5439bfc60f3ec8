"""The site: what the desk knows, as pages that need no script, as JSON and as a feed. Doors: `create`, `serve`, `check_port`, `check_access`."""

from suyuan.desk.site.app import check_access, check_port, create, serve

__all__ = ["check_access", "check_port", "create", "serve"]
