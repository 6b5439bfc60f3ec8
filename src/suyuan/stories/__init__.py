"""Stories 事件: Article × Article → Story, Story × Story → Follows.

Doors: `prepare`, `keys`, `same`, `tell`, `bare`; `subject`, `subject_keys`, `follows`; views: `related`, `hot`, `grade`,
`timeline`, `saga`, `health`, `heir`.
"""

from suyuan.stories.follow import Subject, follows, saga, subject, subject_keys
from suyuan.stories.grade import ListGrade, grade
from suyuan.stories.headline import bare
from suyuan.stories.health import Health, health
from suyuan.stories.heir import heir
from suyuan.stories.hot import Hot, hot
from suyuan.stories.keys import AT_LEAST, HOT, Draft, keys, prepare
from suyuan.stories.related import Index, Related, Relation, Telling, Text, related, telling
from suyuan.stories.same_story import same
from suyuan.stories.tell import tell
from suyuan.stories.timeline import Moment, timeline

__all__ = [
    "AT_LEAST",
    "HOT",
    "Draft",
    "Health",
    "Hot",
    "Index",
    "ListGrade",
    "Moment",
    "Related",
    "Relation",
    "Subject",
    "Telling",
    "Text",
    "bare",
    "follows",
    "grade",
    "health",
    "heir",
    "hot",
    "keys",
    "prepare",
    "related",
    "saga",
    "same",
    "subject",
    "subject_keys",
    "tell",
    "telling",
    "timeline",
]
