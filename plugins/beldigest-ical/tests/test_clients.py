"""Real clients: khal imports and lists the calendar, a Radicale server takes it and caldav finds the events."""

from __future__ import annotations

import base64
import datetime as dt
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from beldigest.testing import samples
from beldigest.testing.contract import written
from beldigest_ical import ICal

LOGIN = "Basic " + base64.b64encode(b"reader:").decode()
SAMPLES = [samples.full(), samples.hostile(), samples.empty()]
KHAL = """
[calendars]
[[news]]
path = {folder}/news
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
timeformat = %H:%M
firstweekday = 0
[default]
default_calendar = news
"""


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.ics"
    path.write_bytes(written(ICal(), SAMPLES, imprecise="span")[""])
    return path


def test_khal_lists_the_events_on_their_days(feed: Path, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    config = tmp_path / "config"
    config.write_text(KHAL.format(folder=tmp_path), "utf-8")

    def khal(*arguments: str | Path) -> str:
        command = [str(Path(sys.executable).with_name("khal")), "-c", str(config), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        assert "critical" not in done.stderr.lower()
        return done.stdout

    khal("import", "--batch", "-a", "news", feed)
    listed = khal(
        "list", "-df", "", "--format", "{start-date} {end-date} {title}", "2023-04-01", "2023-05-31"
    ).splitlines()
    assert "2023-04-03 2023-04-03 Branko told Radio Velmora" in listed
    assert sum("2023-05-02 2023-05-02" in each for each in listed) == len(samples.HOSTILE)
    assert "2024-01-01 2024-12-31 [about 2024?] Ferries rise" in khal(
        "list", "-df", "", "--format", "{start-date} {end-date} {title}", "2024-06-01", "2024-06-02"
    )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a Radicale server of the test's own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = [
        "--config",
        "",
        "--server-hosts",
        f"127.0.0.1:{port}",
        "--auth-type",
        "none",
        "--storage-filesystem-folder",
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "radicale", *options, str(tmp_path / "radicale")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            for _ in range(200):
                with socket.socket() as probe:
                    if not probe.connect_ex(("127.0.0.1", port)):
                        break
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def put(address: str, content: bytes) -> int:
    request = urllib.request.Request(
        address, content, {"Content-Type": "text/calendar", "Authorization": LOGIN}, method="PUT"
    )
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
        return int(answer.status)


def test_a_caldav_server_takes_the_feed(feed: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import caldav

    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    address = f"{server}/reader/news/"
    assert put(address, feed.read_bytes()) == 201
    client = caldav.DAVClient(url=server, username="reader", password="")
    found = client.calendar(url=address)

    def known() -> dict[str, str]:
        return {str(each.url): each.data for each in found.events()}

    first = known()
    assert len(first) == 2 + len(samples.HOSTILE)
    day = found.search(start=dt.datetime(2023, 4, 3), end=dt.datetime(2023, 4, 4), event=True)
    assert ["Branko told Radio Velmora" in each.data for each in day] == [True]
    assert put(address, feed.read_bytes()) == 201
    assert known() == first
