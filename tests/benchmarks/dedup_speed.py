"""The speed of deduplication over made-up archives: ``python tests/benchmarks/dedup_speed.py [STORIES...]``.

Each size runs in a process of its own. Where they are installed, rensa and datasketch (MinHash with locality-sensitive
hashing over the same stories, verified by their own estimate) run beside it. Figures are CPU seconds of one core.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, combinations
from pathlib import Path

from beldigest.dedup import StoryText, cluster

SIZES = (10_000, 50_000, 100_000, 200_000)
Pairs = set[tuple[int, int]]
_WORDS = re.compile(r"\w+")


def archive(count: int, seed: int = 1) -> tuple[list[StoryText], Pairs]:
    """Stories of made-up words in the frequencies of a language (Zipf), a fifth of them told again, with the pairs."""
    rng = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    vocabulary = ["".join(rng.choices(syllables, k=rng.choice((1, 2, 2, 3, 3, 4)))) for _ in range(30_000)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    phrases = [rng.choices(vocabulary, cum_weights=weights, k=4) for _ in range(3_000)]

    def original() -> list[str]:
        words: list[str] = []
        while len(words) < length:
            word = rng.random()
            if word < 0.08:
                words += rng.choice(phrases)
            elif word < 0.11:
                words.append(str(rng.randint(2, 9_999)))
            else:
                (chosen,) = rng.choices(vocabulary, cum_weights=weights)
                words.append(chosen.capitalize() if word < 0.2 else chosen)
        return words

    def told_again(words: list[str]) -> list[str]:
        how = rng.choice(("exact", "edited", "cut", "framed"))
        if how == "edited":
            return [rng.choice(vocabulary) if word.islower() and rng.random() < 0.1 else word for word in words]
        if how == "cut":
            return words[: max(40, len(words) // 3)]
        return ["Dateline", "-", *words, *rng.choice(phrases)] if how == "framed" else words

    groups: list[list[list[str]]] = []
    made = 0
    while made < count:
        length = min(700, max(40, int(rng.lognormvariate(5.1, 0.5))))
        words = original()
        groups.append([words, *(told_again(words) for _ in range(rng.choice((0, 0, 0, 0, 1, 1, 2))))])
        made += len(groups[-1])
    numbered = [(number, words) for number, group in enumerate(groups) for words in group][:count]
    rng.shuffle(numbered)
    members: dict[int, list[int]] = {}
    for index, (number, _) in enumerate(numbered):
        members.setdefault(number, []).append(index)
    stories = [StoryText(" ".join(words[:7]), _paragraphs(words)) for _, words in numbered]
    return stories, {pair for group in members.values() for pair in combinations(group, 2)}


def _paragraphs(words: list[str]) -> str:
    return "\n\n".join(" ".join(words[at : at + 60]) + "." for at in range(0, len(words), 60))


def beldigest(stories: list[StoryText]) -> Pairs:
    return {(pair.a, pair.b) for pair in cluster(stories).pairs}


def rensa(stories: list[StoryText]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    index, hashes, pairs = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32), [], set()
    for start in range(0, len(stories), 2_000):
        batch = [_grams(story.text) for story in stories[start : start + 2_000]]
        for found in RMinHash.from_token_sets(batch, num_perm=128, seed=42):
            pairs |= {(at, len(hashes)) for at in index.query(found) if found.jaccard(hashes[at]) >= 0.5}
            index.insert(len(hashes), found)
            hashes.append(found)
    return pairs


def datasketch(stories: list[StoryText]) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    index, pairs = MinHashLSH(threshold=0.5, num_perm=128), set()
    for number, story in enumerate(stories):
        found = MinHash(num_perm=128)
        found.update_batch([gram.encode() for gram in set(_grams(story.text))])
        pairs |= {(at, number) for at in index.query(found)}
        index.insert(number, found)
    return pairs


def _grams(text: str) -> list[str]:
    words = _WORDS.findall(text.lower())
    return [" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))]


def measure(find: Callable[[list[StoryText]], Pairs], count: int) -> None:
    """Prints one line: speed, memory beyond the texts, and how the pairs compare with the planted ones."""
    stories, truth = archive(count)
    before = _resident()
    _forget_peak()
    start = time.process_time()
    found = find(stories)
    seconds = time.process_time() - start
    right = len(found & truth)
    f1 = 2 * right / max(1, len(found) + len(truth))
    speed = f"{count / seconds:9,.0f} stories/s  {seconds / count * 1e6:6.1f} µs each"
    print(f"{find.__name__:11} {count:8,}  {speed}  {_resident('VmHWM') - before:5.0f} MB  F1 {f1:.3f}", flush=True)


def _resident(field: str = "VmRSS") -> float:
    """Megabytes of memory; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines: Iterator[str] = iter(status.read_text().splitlines()) if status.exists() else iter(())
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(field)), 0.0)


def _forget_peak() -> None:
    peak = Path("/proc/self/clear_refs")
    if peak.exists():
        peak.write_text("5")


def main(sizes: list[int]) -> None:
    for count in sizes or SIZES:
        for find in (beldigest, rensa, datasketch):
            if importlib.util.find_spec(find.__name__):
                process = multiprocessing.get_context("spawn").Process(target=measure, args=(find, count))
                process.start()
                process.join()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
