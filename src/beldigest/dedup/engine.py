"""Whether to count one by one or in bulk: numpy pays for many stories, and is not asked for by a few."""

from __future__ import annotations

from importlib.util import find_spec
from types import ModuleType

# Below this, importing numpy takes longer than it saves.
_MANY = 200


def vectorised(count: int) -> ModuleType | None:
    """The module that counts in bulk, where there are many stories or pairs and numpy is installed."""
    if count < _MANY or find_spec("numpy") is None:
        return None
    from beldigest.dedup import bulk

    return bulk
