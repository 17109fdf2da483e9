"""How fast digests are read and segmented, how time grows with size, and how much memory a large mailbox takes.

    python tests/benchmarks/segment_speed.py

The digests are made up; times are processor time, the best of several runs.
"""

from __future__ import annotations

import io
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from beldigest.readers import BUILTIN, choose
from beldigest.segment import outline

_TITLES = (
    "Harbour opens after strike",
    "Court halts dam on the river",
    "Bank leaves rate unchanged",
    "Ferry sails again",
)
_TEXT = (
    "The port opened again on Tuesday after sixteen days. The union said that its members would get seven percent more "
    "from June, and the port authority put the losses at 40 million crowns."
)
_MAIL = "From: Letter <letter@x.example>\nSubject: Letter\nContent-Type: text/plain; charset=utf-8\n\n"


def _digest(format: str, size: int) -> bytes:
    """A digest of about that many bytes."""
    stories = []
    while sum(map(len, stories)) < size:
        title = f"{_TITLES[len(stories) % len(_TITLES)]} ({len(stories)})"
        paragraphs = [_TEXT] * (1 + len(stories) % 4)
        if format == "html":
            stories.append(f"<h2>{title}</h2>" + "".join(f"<p>{text}</p>" for text in paragraphs))
        elif format == "md":
            stories.append("\n\n".join([f"## {title}", *paragraphs]))
        else:
            stories.append("\n".join([title, *paragraphs]))
    return ((_MAIL if format == "eml" else "") + "\n\n".join(stories)).encode()


def _links(format: str, size: int) -> bytes:
    """A digest of links of about that many bytes: sections of titles, each with its address."""
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        number = len(lines)
        title = f"{_TITLES[number % len(_TITLES)]} again, say {number} people of the town"
        address = f"https://news.example/{number}/story"
        if number % 12 == 0:
            lines.append(f"\n## Part {number // 12}\n" if format == "md" else f"\nPart {number // 12}\n")
        lines.append(f"- [{title}]({address})" if format == "md" else f"{title}\n{address}\n")
    return "\n".join(lines).encode()


def _read(data: bytes, format: str) -> int:
    return sum(
        len(outline(document).stories)
        for document in choose("digest", b"", BUILTIN, format).read(io.BytesIO(data), "digest")
    )


def _milliseconds(run: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best * 1000


def main() -> None:
    """Prints the figures."""
    for format in ("txt", "md", "html", "eml"):
        data = _digest(format, 20_000)
        print(f"{format:5} {len(data) / 1000:5.1f} KB  {_milliseconds(partial(_read, data, format), 9):6.1f} ms")
    for format in ("txt", "md"):
        data = _links(format, 20_000)
        took = _milliseconds(partial(_read, data, format), 9)
        print(f"{format:5} {len(data) / 1000:5.1f} KB  {took:6.1f} ms  of links")
    for size in (50_000, 100_000, 200_000, 400_000, 800_000):
        data = _digest("txt", size)
        took = _milliseconds(partial(_read, data, "txt"), 1)
        print(f"txt   {len(data) / 1000:5.0f} KB  {took:6.0f} ms  {1000 * took / len(data):6.2f} ms a KB")
    message = b"From letter@x.example Mon Jan  1 00:00:00 2024\n" + _digest("eml", 12_000) + b"\n\n"
    with tempfile.TemporaryDirectory() as folder:
        box = Path(folder) / "letters.mbox"
        box.write_bytes(message * (50_000_000 // len(message)))
        with box.open("rb") as stream:
            count = sum(1 for _ in choose("letters.mbox", b"", BUILTIN).read(stream, "letters.mbox"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"mbox  50 MB  {count} messages, {peak:.0f} MB of memory at most")


if __name__ == "__main__":
    main()
