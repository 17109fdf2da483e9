"""Whether to count one by one or in bulk: numpy pays for many stories, and is not asked for by a few."""

from __future__ import annotations

from importlib.util import find_spec

# Below this, importing numpy takes longer than it saves.
_MANY = 200


def numpy_pays(count: int) -> bool:
    """Whether so many stories or pairs are counted faster in bulk, where numpy is installed."""
    return count >= _MANY and find_spec("numpy") is not None
