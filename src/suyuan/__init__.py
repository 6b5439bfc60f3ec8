"""Suyuan 溯源: trace the news to its sources.

The nouns are in `records`, the order in `flow`, and each room is a folder named after the noun it makes.
"""

__version__ = "0.1.0"
