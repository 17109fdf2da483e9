"""The contract that every exporter passes: inherit :class:`ExporterContract` in a test module, and name the exporter::

    class TestMyFormat(ExporterContract):
        exporter = MyExporter()

The tests need ``pytest`` and ``hypothesis``.
"""

from __future__ import annotations

import gc
import io
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, ClassVar, Literal

import attrs
import pytest

from beldigest.errors import OptionError, UnknownFormatError
from beldigest.model import Briefing
from beldigest.plugins.contracts import Exporter, OptionValue
from beldigest.plugins.options import checked
from beldigest.sinks import Target
from beldigest.testing import samples

# So many briefings of so many characters are written one after the other, of which so many may be held at once: an
# exporter may write them by the batch.
_MANY, _LONG, _HELD = 12, 100_000, 6

#: The kinds of records that are read from words of the text, as a story names them.
RecordKind = Literal["figures", "citations", "events"]


class MemorySink(Target):
    """A sink that keeps what is written: ``contents`` by name, the single file under the empty name."""

    def __init__(self) -> None:
        super().__init__()
        self.contents: dict[str, bytes] = {}

    @contextmanager
    def binary(self, name: str = "") -> Iterator[BinaryIO]:
        """A file in memory; a name may be opened once."""
        assert name not in self.contents, f"{name!r} is opened twice"
        self.contents[name] = b""
        buffer = io.BytesIO()
        yield buffer
        self.contents[name] = buffer.getvalue()

    def commit(self) -> None:
        """Nothing is left to do."""

    def discard(self) -> None:
        """Nothing is left to do."""


def written(exporter: Exporter, briefings: Iterable[Briefing], **options: OptionValue) -> dict[str, bytes]:
    """What an exporter writes, by file name; raises ``OptionError`` for options that it does not have."""
    sink = MemorySink()
    exporter.export(briefings, sink, checked(exporter, options))
    return sink.contents


class ExporterContract:
    """Tests of what every exporter promises."""

    exporter: ClassVar[Exporter]
    #: Sets of options that are tested, beside none.
    option_sets: ClassVar[tuple[Mapping[str, OptionValue], ...]] = ()
    #: The kinds of records that the format has. Each is to come with the words that prove it.
    records: ClassVar[tuple[RecordKind, ...]] = ("figures", "citations", "events")

    def words(self, contents: Mapping[str, bytes]) -> str:
        """What a reader of the written files gets to see; to be overridden where a format escapes or folds text."""
        return "\n".join(data.decode("utf-8") for data in contents.values())

    def _sets(self) -> list[Mapping[str, OptionValue]]:
        return [{}, *self.option_sets]

    def test_says_what_it_is(self) -> None:
        """Format, description, media type and suffix have their forms, and each option has a help text."""
        exporter = self.exporter
        assert exporter.format.isidentifier()
        assert exporter.description
        assert exporter.media_type.count("/") == 1
        assert exporter.suffix == "" or exporter.suffix.startswith(".")
        names = [option.name for option in exporter.options]
        assert len(names) == len(set(names))
        for option in exporter.options:
            assert option.help
            assert not option.choices or option.default in option.choices

    def test_is_installed_under_its_format(self) -> None:
        """The registry gives an exporter of the same type for the format's name."""
        from beldigest.writing import exporter

        try:
            found = exporter(self.exporter.format)
        except UnknownFormatError:
            pytest.fail(f"no entry point named {self.exporter.format!r} in the group 'beldigest'")
        assert type(found) is type(self.exporter)

    def test_refuses_unknown_options(self) -> None:
        """An option that it does not declare is an error that names the ones it has."""
        with pytest.raises(OptionError):
            checked(self.exporter, {"no such option": 1})

    @pytest.mark.parametrize("name", ["none", "empty", "full", "hostile", "all"])
    def test_writes_samples_alike_each_time(self, name: str) -> None:
        """The samples are written, with the same bytes each time, in the layout that it says."""
        every = {"empty": samples.empty(), "full": samples.full(), "hostile": samples.hostile()}
        chosen = [] if name == "none" else list(every.values()) if name == "all" else [every[name]]
        for options in self._sets():
            first = written(self.exporter, chosen, **options)
            assert first == written(self.exporter, chosen, **options)
            layout = self.exporter.layout(checked(self.exporter, options))
            if layout == "file":
                assert list(first) == [""]
            else:
                assert "" not in first

    def test_takes_briefings_one_at_a_time(self) -> None:
        """The briefings may come from a generator that can be read once."""
        for options in self._sets():
            as_list = written(self.exporter, [samples.full(), samples.hostile()], **options)
            once = iter([samples.full(), samples.hostile()])
            assert written(self.exporter, once, **options) == as_list

    def test_carries_the_words_that_prove_a_record(self) -> None:
        """With a record its evidence comes once more than without it, with no options or with one of the sets."""
        briefing = samples.full()
        (story,) = (each for each in briefing.stories if each.id == "s-berths")

        def count(quote: str, options: Mapping[str, OptionValue], **its: Any) -> int:
            bare: dict[str, Any] = {"figures": (), "citations": (), "events": ()}
            alone = attrs.evolve(story, **bare | its)
            contents = written(self.exporter, [attrs.evolve(briefing, stories=(alone,))], **options)
            return " ".join(self.words(contents).split()).count(quote)

        for kind in self.records:
            for record in getattr(story, kind):
                quote = record.span.line(briefing.text)
                assert any(
                    count(quote, options, **{kind: (record,)}) > count(quote, options) for options in self._sets()
                ), f"writes {record.id!r} of the {kind} without its words, {quote!r}"

    def test_lets_briefings_go_as_it_writes(self) -> None:
        """Of many briefings it holds a few at a time, so that memory does not grow with their number."""
        held: list[weakref.ref[Briefing]] = []
        sample = samples.full()
        sample = attrs.evolve(sample, text=sample.text.ljust(_LONG))

        def one_by_one() -> Iterator[Briefing]:
            for number in range(_MANY):
                gc.collect()
                assert sum(each() is not None for each in held) <= _HELD, "the exporter holds the briefings"
                briefing = attrs.evolve(sample, id=f"b{number}")
                held.append(weakref.ref(briefing))
                yield briefing
                del briefing

        for options in self._sets():
            held.clear()
            written(self.exporter, one_by_one(), **options)

    def test_writes_any_briefing(self) -> None:
        """Whatever a briefing holds is written, and changes nothing in the briefing."""
        from hypothesis import HealthCheck, given, settings

        from beldigest.serialise import to_json
        from beldigest.testing import strategies

        # Defined here, since Hypothesis refuses a test that two classes inherit.
        @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(strategies.briefings())
        def check(briefing: Briefing) -> None:
            before = to_json(briefing)
            for options in self._sets():
                assert written(self.exporter, [briefing], **options)
            assert to_json(briefing) == before

        check()
