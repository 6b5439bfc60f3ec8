"""Stories 事件: Article × Article → Story. Doors: `prepare`, `keys`, `same`, `tell`; views: `related`, `hot`, `timeline`."""

from suyuan.stories.keys import Draft, keys, prepare
from suyuan.stories.same_story import same
from suyuan.stories.tell import tell

__all__ = ["AT_LEAST", "Draft", "keys", "prepare", "same", "tell"]

AT_LEAST = 3
