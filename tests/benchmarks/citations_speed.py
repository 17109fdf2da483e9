"""How fast citations are found, in kilobytes of text a second of processor time.

    python tests/benchmarks/citations_speed.py [FILE ...]

The files are read as UTF-8 text, a paragraph a line. Besides them, or without any, long runs of single things show that
the time grows with the length and no faster: each is timed at two lengths, and the second should take twice as long.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from beldigest import find_citations

RUNS = (
    '"',
    "“",
    '" ',
    "'",
    "‘a’ ",
    "« ",
    ': \'a "b" ',
    "“a” But ",
    "“A,” he said. ",
    "he said, ",
    "that he said ",
    "according to ",
    "quoted as saying ",
    "which he said was ",
    "A: b\n",
    "(",
    "a",
)
LENGTH = 250_000


def seconds(text: str) -> float:
    start = time.process_time()
    find_citations(text)
    return time.process_time() - start


def main() -> None:
    find_citations("“Warm,” he said.")
    texts = [Path(name).read_text("utf-8") for name in sys.argv[1:]]
    if texts:
        size = sum(len(text.encode()) for text in texts) / 1024
        print(f"{len(texts)} files, {size:.0f} KB: {size / sum(map(seconds, texts)):.0f} KB/s")
    for piece in RUNS:
        once, twice = (seconds(piece * (length // len(piece))) for length in (LENGTH, 2 * LENGTH))
        print(f"{piece!r:20} {LENGTH / 1024 / once:8.0f} KB/s, twice the length takes {twice / once:.1f} times as long")


if __name__ == "__main__":
    main()
