"""The code of a word: a number by which words are compared fast, stored, and sent to another machine.

Its upper 30 bits are a hash of the word without regard to typography. Bit 0 says that the word is *evident* — a figure,
a date or a name, which is what tells one daily report from another — and bit 1 that it is a figure or a date. The same
word gives the same code everywhere.
"""

from __future__ import annotations

EVIDENT = 1
FIGURE = 2
SHIFT = 2
HASH_BITS = 30
CODE_BYTES = 4

# A word is hashed in parts of eight bytes, each with a weight. The constants are odd numbers with well mixed bits,
# those of splitmix64 (Steele, Lea and Flood 2014).
PART = 8
MASK = (1 << 64) - 1
WEIGHT = 0x9E3779B97F4A7C15
MIX = 0xBF58476D1CE4E5B9

# An acronym is a name; a longer word that begins with two capitals is one of a line set in capitals.
ACRONYM = 5


def hashed(plain: str) -> int:
    """The hash of a word without regard to typography: ``HASH_BITS`` bits."""
    data = plain.encode("utf-8", "surrogatepass")
    total, weight = 0, WEIGHT
    for at in range(0, len(data), PART):
        total += int.from_bytes(data[at : at + PART], "little") * weight
        weight = weight * WEIGHT & MASK
    total &= MASK
    return ((total ^ total >> 32) * MIX & MASK) >> 64 - HASH_BITS
