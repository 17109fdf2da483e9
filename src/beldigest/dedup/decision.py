"""Are two stories the same? The one decision, for a pair of a briefing as for a pair of an archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

from attrs import Attribute, field, frozen

from beldigest.dedup.measure import Comparison
from beldigest.errors import OptionError
from beldigest.model import DuplicateKind

Strictness = Literal["loose", "normal", "strict"]
Publishers = Literal["any", "same", "other"]


def _one_of(choices: Any) -> Callable[[object, Attribute[str], str], None]:
    """A validator that lets one of the choices of a literal type pass."""

    def check(_: object, attribute: Attribute[str], value: str) -> None:
        if value not in get_args(choices):
            allowed = ", ".join(get_args(choices))
            raise OptionError(f"{attribute.name} is {value!r}", hint=f"it is one of {allowed}")

    return check


def _no_past(_: object, attribute: Attribute[int | None], value: object) -> None:
    if value is not None and not (isinstance(value, int) and value >= 0):
        raise OptionError(f"{attribute.name} is {value!r}", hint="it is a number of days from 0 on, or None for any")


@frozen
class DuplicateOptions:
    """What is asked of a duplicate; raises ``OptionError`` where nothing here understands it.

    ``strictness`` says how much rewording is let pass: ``strict`` takes copies and light edits, ``loose`` a rewrite
    that keeps little more than half of the wording. ``within_days`` compares only stories that were published at most
    so many days apart (a story of unknown date with all), and ``publishers`` only those of the ``same`` publisher or
    of an ``other`` one (a story of unknown publisher with all).
    """

    strictness: Strictness = field(default="normal", validator=_one_of(Strictness))
    within_days: int | None = field(default=None, validator=_no_past)
    publishers: Publishers = field(default="any", validator=_one_of(Publishers))


#: What is asked where nothing else is said.
DEFAULT = DuplicateOptions()

# Stories under nearly the same headline may be reworded more.
_HEADLINE = 0.6
HEADLINE_BONUS = 0.05


@frozen
class Thresholds:
    """What a strictness means in numbers.

    ``cover`` and ``spread`` are the least shares of words and windows of the better covered story that the other
    shares. Below the share ``evident`` the figures, dates and names may differ (more where the plain words differ too),
    below ``figures`` the figures and dates alone, and below ``verbatim`` what differs where some figures do and every
    plain word is the same.
    """

    cover: float
    spread: float
    evident: float
    figures: float
    verbatim: float

    @property
    def least(self) -> float:
        """The least cover with which two stories can be the same."""
        return self.cover - HEADLINE_BONUS


THRESHOLDS: dict[Strictness, Thresholds] = {
    "loose": Thresholds(cover=0.60, spread=0.72, evident=0.26, figures=0.30, verbatim=0.15),
    "normal": Thresholds(cover=0.71, spread=0.80, evident=0.19, figures=0.20, verbatim=0.09),
    "strict": Thresholds(cover=0.85, spread=0.90, evident=0.10, figures=0.10, verbatim=0.05),
}
# The least that can be a story's lead; less is a phrase, which many stories share.
_LEAD = 15
# The share of its names that each story has for itself where they tell of other people and places in one form.
_OTHERS = 0.5
# Where both stories are covered so far they are versions of one length; else the one contains the other.
_BOTH_WAYS = 0.66


@frozen
class Verdict:
    """The decision on a pair.

    ``kind`` is None where the two are different stories, and ``reason`` says why in one clause. ``similarity`` (0 to
    1) is the share of the words of both that stand in shared wording, ``cover_a`` and ``cover_b`` that of each.
    """

    kind: DuplicateKind | None
    reason: str
    similarity: float
    cover_a: float
    cover_b: float


EXACT = Verdict("exact", "the same text, character for character", 1.0, 1.0, 1.0)
TYPOGRAPHIC = Verdict("typographic", "the same words, set in another way", 1.0, 1.0, 1.0)


def decide(comparison: Comparison, options: DuplicateOptions = DEFAULT) -> Verdict:
    """Whether two stories that do not have all words in common are the same, in which way, and why."""
    kind, reason = _decide(comparison, THRESHOLDS[options.strictness])
    return Verdict(kind, reason, comparison.similarity, comparison.a.cover, comparison.b.cover)


def _decide(comparison: Comparison, limits: Thresholds) -> tuple[DuplicateKind | None, str]:
    a, b = comparison.a, comparison.b
    inner, outer = (a, b) if (a.cover, a.spread, -a.words) >= (b.cover, b.spread, -b.words) else (b, a)
    lacks = max(limits.cover - inner.cover, limits.spread - inner.spread)
    bonus = HEADLINE_BONUS if 0 < lacks <= HEADLINE_BONUS and comparison.same_headline >= _HEADLINE else 0.0
    if inner.words < _LEAD or lacks > bonus:
        return None, f"no more than {inner.cover:.0%} of the wording of either is shared"
    # What one of them merely leaves out is new on one side alone; what was changed is new on both.
    changed = min(a.new_evident, b.new_evident)
    reworded = min(a.reworded, b.reworded)
    figures = min(a.changed_figures, b.changed_figures)
    others = min(a.of_others, b.of_others)
    several = min(a.new_figures, b.new_figures) > 1  # a single one may be a correction
    if (
        others >= _OTHERS
        or changed >= limits.evident + reworded / 2
        or (figures >= limits.figures and several)
        or (changed >= limits.verbatim and figures > 0 and reworded == 0)
    ):
        return None, f"the same form with other figures, dates or names ({max(changed, others):.0%} of them differ)"
    if outer.cover < _BOTH_WAYS:
        return "contained", f"{inner.cover:.0%} of the shorter story stands in the longer one"
    return "near", f"{comparison.similarity:.0%} of the wording is shared"
