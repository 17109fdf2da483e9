"""Number words -> numbers: "twenty-four" becomes one token, and "nineteen ninety-six" a year."""

from __future__ import annotations

from beldigest.language.en.dates.tokens import Token, symbols


#: Words of the longest number that is read: "two hundred thousand three hundred and forty-five million" has nine.
_LONGEST = 10


def merged(run: list[Token]) -> list[Token]:
    """The run with each sequence of number words, and each number with its "hundred" or "million", as one token."""
    code = symbols()
    scale, ordinal, hyphen = (code[name] for name in ("scale", "ordinal", "hyphen"))
    cardinal = (code["cardinal"], code["teen"])
    link, article = code["and"], code["a"]
    numeric = (code["day"], code["number"])
    found: list[Token] = []
    at = 0
    while at < len(run):
        token = run[at]
        if token.symbol == code["fraction"] and found and found[-1].symbol in numeric:
            whole = found.pop()
            value = f"{float(whole.value) + float(token.value):g}"
            found.append(Token(code["number"], value, f"{whole.text} {token.text}", whole.start, token.end))
            at += 1
            continue
        starts = token.symbol in cardinal or (
            at + 1 < len(run) and run[at + 1].symbol == scale and (token.symbol == article or token.symbol in numeric)
        )
        if not starts:
            found.append(token)
            at += 1
            continue
        words: list[float] = [1.0 if token.symbol == article else float(token.value)]
        scales: list[bool] = [False]
        last = at
        step = at + 1
        while step < len(run) and len(words) < _LONGEST:
            glue = step
            if run[glue].symbol == hyphen or (run[glue].symbol == link and scales[-1] and run[glue].text == "and"):
                glue += 1
            if glue >= len(run) or run[glue].symbol not in (*cardinal, scale):
                if glue < len(run) and run[glue].symbol == ordinal and _tens(words[-1]) and int(run[glue].value) < 10:
                    words.append(float(run[glue].value))
                    scales.append(False)
                    last = glue
                    break
                break
            value = float(run[glue].value)
            is_scale = run[glue].symbol == scale
            # "ninety-six" and "nineteen ninety" go together, "five, six" and "three five" do not.
            if not is_scale and not scales[-1] and not _joins(words, value):
                break
            words.append(value)
            scales.append(is_scale)
            last = glue
            step = glue + 1
        found.append(_token(run[at : last + 1], words, scales, ordinal=run[last].symbol == ordinal))
        at = last + 1
    return found


def _tens(value: float) -> bool:
    return 20 <= value <= 90 and value % 10 == 0


def _joins(words: list[float], value: float) -> bool:
    if _tens(words[-1]) and value < 10:
        return True
    return len(words) == 1 and 10 <= words[0] <= 20 and value >= 10


def _token(tokens: list[Token], words: list[float], scales: list[bool], *, ordinal: bool) -> Token:
    code = symbols()
    text = " ".join(token.text for token in tokens)
    start, end = tokens[0].start, tokens[-1].end
    if ordinal:
        return Token(code["ordinal"], f"{sum(words):.0f}", text, start, end)
    if len(words) > 1 and 10 <= words[0] <= 20 and not any(scales) and words[1] >= 10:
        return Token(code["spelled_year"], f"{words[0] * 100 + sum(words[1:]):.0f}", text, start, end)
    total = current = 0.0
    for word, is_scale in zip(words, scales, strict=True):
        if not is_scale:
            current += word
        elif word == 100:
            current *= word
        else:
            total += current * word
            current = 0.0
    total += current
    value = f"{total:.0f}" if total == int(total) else f"{total:g}"
    name = "spelled_year" if 2000 <= total < 2100 and words[0] == 2 else "cardinal"
    return Token(code[name], value, text, start, end)
