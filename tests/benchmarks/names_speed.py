"""How fast names are compared and keyed: pairs and names a second, and the time to the first answer.

The names are made of common given names and of surnames by syllable, so that most pairs differ and some do not.
"""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import combinations, islice, product

from rapidfuzz.fuzz import token_sort_ratio

GIVEN = ("Alexander", "Aliaksandr", "Volha", "Olga", "Siarhei", "Сергей", "Dzmitry", "Наталля")
ONSETS = ("Ba", "Kara", "Lu", "Mi", "Pra", "Shy", "Tsi", "Zha")
MIDDLES = ("ban", "dkiev", "hno", "kol", "liash", "rhei", "shen", "vor")
ENDS = ("ka", "ich", "ouski", "uk")


def names(count: int) -> list[str]:
    """The first names of all combinations, in an order that varies every part."""
    made = [f"{given} {onset}{middle}{end}" for onset, middle, end, given in product(ONSETS, MIDDLES, ENDS, GIVEN)]
    return [made[(at * 7919) % len(made)] for at in range(count)]


def first_answer() -> float:
    """Seconds of processor time from a fresh interpreter to the first comparison of each family of names."""
    code = (
        "import time; start = time.process_time(); from beldigest import compare_names;"
        "compare_names('Volha Bandarenka', 'Ольга Бондаренко', 'person'); compare_names('Wilno', 'Vilnius', 'place');"
        "compare_names('WMO', 'World Meteorological Organization', 'organization'); print(time.process_time() - start)"
    )
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


def main() -> None:
    from beldigest.names import compare_names, name_keys

    print(f"first answer of each kind: {first_answer():.3f} s")
    compare_names("Volha Bandarenka", "Olga Bondarenko", "person")
    made = names(1000)
    start = time.perf_counter()
    by_key: dict[str, list[str]] = {}
    for name in made:
        for key in name_keys(name, "person"):
            by_key.setdefault(key, []).append(name)
    keyed = time.perf_counter() - start
    candidates = {pair for group in by_key.values() for pair in combinations(sorted(set(group)), 2)}
    print(f"keys: {len(made) / keyed:,.0f} names/s; {len(candidates):,} candidate pairs of {len(made) ** 2 // 2:,}")
    start = time.perf_counter()
    same = sum(compare_names(a, b, "person").same for a, b in sorted(candidates))
    print(f"candidates: {len(candidates) / (time.perf_counter() - start):,.0f} pairs/s, {same:,} the same")
    pairs = list(islice(combinations(made, 2), 50_000))
    start = time.perf_counter()
    for a, b in pairs:
        compare_names(a, b, "person")
    took = time.perf_counter() - start
    start = time.perf_counter()
    for a, b in pairs:
        token_sort_ratio(a, b)
    print(f"any pairs: {len(pairs) / took:,.0f} pairs/s, {took / (time.perf_counter() - start):.1f} times rapidfuzz")


if __name__ == "__main__":
    main()
