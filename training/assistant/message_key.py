"""The form in which a message is compared: what Guards/MessageKey.cs does, sign for sign. A test compares the two."""

FOLDS = {}
for plain, marked in {
    "a": "àáâãäåāăạảấầẩẫậắằẳẵặ", "c": "çćč", "d": "đď", "e": "èéêëēęěẹẻẽếềểễệ", "i": "ìíîïīịỉĩı", "n": "ñńň", "o": "òóôõöøōơọỏốồổỗộớờởỡợ",
    "s": "śšşș", "t": "ťțţ", "u": "ùúûüūưụủũứừửữự", "y": "ýÿỳỵỷỹ", "z": "źżž", "g": "ğ", "l": "ł", "r": "ř",
}.items():
    for sign in marked:
        FOLDS[sign] = plain
FOLDS |= {"œ": "oe", "æ": "ae", "ß": "ss", "ឲ": "ឱ"}
MARKS = {chr(c) for c in range(0x0300, 0x0370)}
INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}


def is_khmer(sign):
    return "\u1780" <= sign <= "\u17d3" or sign == "\u17dd"


def key(text):
    """Lower case without accents; a digit is 0, more digits are 00; all else that is no letter is one space; no space between Khmer signs."""
    signs = []
    for sign in text.lower():
        if sign in INVISIBLE or sign in MARKS:
            continue
        for folded in FOLDS.get(sign, sign):
            if folded.isdecimal():
                folded = "0"
            elif not (is_khmer(folded) or folded.isalpha() and folded < "\U00010000"):
                folded = " "
            if folded == " " and signs[-1:] == [" "] or folded == "0" and signs[-2:] == ["0", "0"]:
                continue
            signs.append(folded)
    line = "".join(signs)
    # Coeng da and coeng ta are written alike, and two vowels typed for one look alike.
    line = line.replace("\u17d2\u178a", "\u17d2\u178f").replace("\u17c1\u17b8", "\u17be").replace("\u17c1\u17b6", "\u17c4")
    kept = [s for i, s in enumerate(line) if not (s == " " and 0 < i < len(line) - 1 and is_khmer(line[i - 1]) and is_khmer(line[i + 1]))]
    return " " + "".join(kept).strip() + " "


SHORTEST, LONGEST, WORDS = 2, 6, 3


def fnv(seed, text):
    """FNV-1a over UTF-16 code units, 32 bits."""
    value = (2166136261 ^ seed) * 16777619 & 0xFFFFFFFF
    for sign in text:
        for unit in ([ord(sign)] if ord(sign) < 0x10000 else [0xD800 + ((ord(sign) - 0x10000) >> 10), 0xDC00 + ((ord(sign) - 0x10000) & 0x3FF)]):
            value = (value ^ unit) * 16777619 & 0xFFFFFFFF
    return value


def features(line, buckets):
    """Sorted distinct buckets of the n-grams of signs (2 to 6) and of words (1 to 3)."""
    found = set()
    for length in range(SHORTEST, LONGEST + 1):
        for start in range(len(line) - length + 1):
            found.add(fnv(length, line[start:start + length]) % buckets)
    words = line.split(" ")[1:-1]
    for count in range(1, WORDS + 1):
        for start in range(len(words) - count + 1):
            found.add(fnv(100 + count, " ".join(words[start:start + count])) % buckets)
    return sorted(found)
