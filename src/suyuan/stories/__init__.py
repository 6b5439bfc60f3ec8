"""Stories 事件: Article × Article → Story. Doors: `prepare`, `keys`, `same`, `tell`; views: `related`, `hot`, `grade`, `timeline`."""

from suyuan.stories.grade import ListGrade, grade
from suyuan.stories.hot import Hot, hot
from suyuan.stories.keys import AT_LEAST, Draft, keys, prepare
from suyuan.stories.related import Index, Related, Relation, related
from suyuan.stories.same_story import same
from suyuan.stories.tell import tell
from suyuan.stories.timeline import Moment, timeline

__all__ = [
    "AT_LEAST",
    "Draft",
    "Hot",
    "Index",
    "ListGrade",
    "Moment",
    "Related",
    "Relation",
    "grade",
    "hot",
    "keys",
    "prepare",
    "related",
    "same",
    "tell",
    "timeline",
]
