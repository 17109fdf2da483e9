"""Each language's part for figures is a grammar of figures, as a type checker sees it; never run."""

from __future__ import annotations

from beldigest.language.en import figures as english
from beldigest.language.figures import FigureGrammar

GRAMMARS: dict[str, FigureGrammar] = {"en": english}
