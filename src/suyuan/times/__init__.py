"""Times 时间: Article → Timex. Door: `date`."""

from suyuan.times.date import date

__all__ = ["date"]
