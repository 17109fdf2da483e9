"""The roles that a unit can play in a digest, and which may follow which.

``boilerplate`` stands where no story is open, ``interruption`` where one is and may go on after it. An ``item`` is a
whole story in one unit; ``apparatus`` is what belongs to a story beside its text: byline, date, source, address, "Read
more".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Role = Literal[
    "title", "label", "lead", "section", "headline", "apparatus", "item", "body", "boilerplate", "interruption"
]
ROLES: tuple[Role, ...] = (
    "title",
    "label",
    "lead",
    "section",
    "headline",
    "apparatus",
    "item",
    "body",
    "boilerplate",
    "interruption",
)

_T, _C, _L, _S, _H, _A, _I, _B, _X, _Y = ROLES

#: How well a role follows another (log-odds, by hand). What is not listed cannot follow.
TRANSITIONS: Mapping[Role, Mapping[Role, float]] = {
    _T: {_T: -0.6, _C: 0.5, _L: -0.2, _S: 0.0, _H: 0.0, _A: -1.5, _I: -0.6, _X: 0.4},
    _C: {_C: -0.5, _L: 2.0, _S: -1.5, _H: -2.5, _I: -2.5, _X: -1.5},
    _L: {_C: -0.5, _L: 1.0, _S: 0.0, _H: 0.0, _A: -0.5, _I: -0.8, _X: 0.0},
    _S: {_C: -2.0, _L: -2.5, _S: -1.0, _H: 0.8, _A: -1.0, _I: 0.8, _X: -0.4},
    _H: {_C: -3.0, _L: -3.5, _S: -2.0, _H: -1.2, _A: 0.5, _I: -1.5, _B: 1.0, _Y: -1.0},
    _A: {_C: -1.5, _L: -1.0, _S: -0.2, _H: -0.2, _A: 0.2, _I: -0.2, _B: 0.4, _Y: -0.3},
    _I: {_C: -1.0, _L: -2.5, _S: 0.0, _H: 0.0, _A: 0.0, _I: 0.8, _B: -0.7, _Y: 0.0},
    _B: {_C: -0.5, _L: -2.5, _S: 0.0, _H: 0.0, _A: 0.2, _I: -0.6, _B: 0.6, _Y: 0.0},
    _X: {_T: -0.2, _C: 0.0, _L: -0.5, _S: 0.0, _H: 0.0, _A: -1.0, _I: -0.4, _X: 0.5},
    _Y: {_T: -3.0, _C: 0.0, _L: -2.0, _S: 0.0, _H: 0.0, _A: -1.0, _I: -0.2, _B: -0.4, _Y: 0.5},
}
START: Mapping[Role, float] = {
    _T: 0.5,
    _C: 0.0,
    _L: -0.3,
    _S: -0.5,
    _H: -0.3,
    _A: -1.2,
    _I: -1.0,
    _X: 0.0,
}

#: What the rest of a block may be after the head that runs into it.
REST: Mapping[Role, Mapping[Role, float]] = {
    _T: {_T: 0.0, _X: 0.0},
    _C: {_L: 0.0},
    _L: {_L: 0.5},
    _S: {_A: -0.5, _X: -0.5},
    _H: {_A: 0.3, _B: 0.5},
    _A: {_A: 0.0},
    _B: {_B: 0.6},
    _X: {_X: 0.5},
    _Y: {_Y: 0.5},
}
