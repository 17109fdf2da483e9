"""From verified pairs to groups: which stories are one, and which are pages made of several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from attrs import evolve, frozen

from beldigest.dedup import candidates as one_by_one
from beldigest.dedup.decision import DEFAULT, DuplicateOptions, Verdict
from beldigest.dedup.engine import numpy_pays
from beldigest.dedup.signature import Signatures
from beldigest.dedup.verify import verify

#: Up to this many stories of one group all pairs are verified and listed; of a larger one, those with its first story.
LISTED = 64
#: The ordinal of a day that is not known, which comes after all that are.
UNDATED = 10**9
# A part stands in a merged page nearly whole, the page has more than this part, and its parts hardly overlap.
_PART = 0.8
_WHOLE = 0.9
_OVERLAP = 1.15

Pairs = dict[tuple[int, int], Verdict]
#: What somebody else thinks of two stories, by index: the same, not the same, or None where he has no opinion.
Judge = Callable[[int, int], "bool | None"]
#: What a story is preferred by as the first of its group: the least value wins.
Rank = Callable[[int], tuple[object, ...]]


@frozen
class Grouping:
    """Verified pairs (smaller index first), and for each story the first one of its group.

    Every story of a group was verified against the first. ``pages`` are the pairs of a merged page with its parts,
    page first; they bring nobody into a group.
    """

    pairs: Pairs
    pages: Pairs
    labels: tuple[int, ...]


def group(
    signatures: Signatures, options: DuplicateOptions = DEFAULT, judge: Judge | None = None, rank: Rank | None = None
) -> Grouping:
    """The groups of stories that are the same; the order of the stories changes nothing but the indices."""
    if numpy_pays(len(signatures)):
        from beldigest.dedup import bulk

        order, candidates = bulk.order(signatures), bulk.candidates
    else:
        order, candidates = signatures.order(), one_by_one.candidates
    place = {index: at for at, index in enumerate(order)}
    rank = rank or (lambda index: (-signatures.length(index), signatures.days[index] or UNDATED))

    def preference(index: int) -> tuple[object, ...]:
        return (*rank(index), place[index])

    def verified(pairs: Iterable[tuple[int, int]]) -> Pairs:
        wanted = [pair for pair in pairs if signatures.comparable(*pair, options)]
        verdicts = zip(wanted, verify(signatures, wanted, options), strict=True)
        judged = ((pair, _judged(verdict, judge and judge(*pair))) for pair, verdict in verdicts)
        return {pair: verdict for pair, verdict in judged if verdict.kind}

    def wordings(pair: tuple[int, int]) -> frozenset[int]:
        return frozenset(signatures.wordings[index] for index in pair)

    found = verified(candidates(signatures, order))
    pages = _pages(found, place)
    # What holds of a page and a part holds of all their copies, of which only the first were candidates.
    apart = {wordings(pair) for pair in pages}
    pairs = {pair: verdict for pair, verdict in found.items() if wordings(pair) not in apart}
    groups = [sorted(members, key=preference) for members in _components(pairs)]
    unknown = (pair for members in groups for pair in _all_or_star(members))
    pairs |= verified(pair for pair in unknown if pair not in pairs and wordings(pair) not in apart)
    labels = list(range(len(signatures)))
    while groups:
        rests = []
        for members in groups:
            first = members[0]
            for index in members:
                if index == first or _pair(first, index) in pairs:
                    labels[index] = first
            rests.append([index for index in members if labels[index] != first])
        groups = [rest for rest in rests if len(rest) > 1]
        unknown = (pair for rest in groups if len(rest) > LISTED for pair in _star(rest))
        pairs |= verified(pair for pair in unknown if pair not in pairs and wordings(pair) not in apart)
    return Grouping(pairs, pages, tuple(labels))


def _judged(verdict: Verdict, opinion: bool | None) -> Verdict:
    if opinion is None or opinion == (verdict.kind is not None):
        return verdict
    if opinion:
        return evolve(verdict, kind="near", reason=f"an opinion holds them to be the same, though {verdict.reason}")
    return evolve(verdict, kind=None, reason=f"an opinion holds them to be different, though {verdict.reason}")


def _pages(found: Pairs, place: Mapping[int, int]) -> Pairs:
    """The pairs of each merged page with its parts, page first.

    A page is merged where two stories that are not the same stand in it nearly whole, each in a place of its own.
    """
    parts: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), verdict in found.items():
        for page, part, whole, cover in (
            (a, b, verdict.cover_a, verdict.cover_b),
            (b, a, verdict.cover_b, verdict.cover_a),
        ):
            if cover >= _PART and whole < _WHOLE:
                parts[page][part] = whole
    # Of a page of very many parts, the first ones tell as well.
    beside = {
        page: [
            (p, q)
            for p, q in combinations(sorted(its, key=lambda part: place[part])[:LISTED], 2)
            if _pair(p, q) not in found and its[p] + its[q] <= _OVERLAP
        ]
        for page, its in parts.items()
    }
    suspects = {page for page, its in beside.items() if its}
    group_of = {
        index: members[0]
        for members in _components(pair for pair in found if not suspects & set(pair))
        for index in members
    }
    pages: Pairs = {}
    for page in sorted(suspects):
        if all(group_of.get(p, p) == group_of.get(q, q) for p, q in beside[page]):
            continue
        for part in parts[page]:
            verdict = found[_pair(page, part)]
            covers = (verdict.cover_a, verdict.cover_b) if page < part else (verdict.cover_b, verdict.cover_a)
            pages[page, part] = Verdict(
                "merged",
                f"{covers[1]:.0%} of it stands in this page, beside other stories",
                verdict.similarity,
                *covers,
            )
    return pages


def _components(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The stories that pairs link, directly or over others: lists of indices, each ascending."""
    parent: dict[int, int] = {}

    def root(index: int) -> int:
        parent.setdefault(index, index)
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for a, b in pairs:
        a, b = root(a), root(b)
        if a != b:
            parent[max(a, b)] = min(a, b)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index in sorted(parent):
        members[root(index)].append(index)
    return list(members.values())


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _star(members: Sequence[int]) -> Iterable[tuple[int, int]]:
    return (_pair(members[0], other) for other in members[1:])


def _all_or_star(members: Sequence[int]) -> Iterable[tuple[int, int]]:
    return combinations(sorted(members), 2) if len(members) <= LISTED else _star(members)
