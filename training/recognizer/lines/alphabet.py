"""The output alphabet: index 0 is the CTC blank, then one entry for each unit that the network can emit."""
from .normalisation import COENG, units

KHMER_CONSONANTS = "".join(chr(c) for c in range(0x1780, 0x17A3) if c not in (0x179D, 0x179E))
KHMER_INDEPENDENT = "".join(chr(c) for c in range(0x17A5, 0x17B4) if c != 0x17A8)
KHMER_VOWELS = "".join(chr(c) for c in range(0x17B6, 0x17C6))
KHMER_SIGNS = "".join(map(chr, (0x17C6, 0x17C7, 0x17C8, 0x17C9, 0x17CA, 0x17CB, 0x17CC, 0x17CD, 0x17CE, 0x17CF, 0x17D0)))
KHMER_PUNCTUATION = "".join(map(chr, (0x17D4, 0x17D5, 0x17D6, 0x17D7, 0x17D9, 0x17DA, 0x17DB)))
KHMER_DIGITS = "".join(chr(c) for c in range(0x17E0, 0x17EA))
COENGS = [COENG + c for c in KHMER_CONSONANTS if c not in "\u178a\u17a1"]  # the subscript of da is written as that of ta
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FRENCH = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆàâäçéèêëîïôöùûüÿœæñáíóúß"
DIGITS = "0123456789"
PUNCTUATION = " !\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~«»"
STRUCK = "\u0336"  # the mark after every word that a pen or a line has struck through; serving takes it for a mark, not for text
SYMBOLS = "½¼¾⅓⅔×÷≤≥±µ°→←✓☐☑☒–—•·%‰²³€§®™¹"

ALPHABET = ["", *dict.fromkeys([
    *DIGITS, *PUNCTUATION, *SYMBOLS, *LATIN, *FRENCH, *KHMER_DIGITS, *KHMER_CONSONANTS, *COENGS, *KHMER_INDEPENDENT,
    *KHMER_VOWELS, *KHMER_SIGNS, *KHMER_PUNCTUATION, STRUCK])]
INDEX = {unit: i for i, unit in enumerate(ALPHABET) if i > 0}


def encode(text):
    """Class numbers of a normalised text, or None where it holds a sign outside the alphabet."""
    try:
        return [INDEX[u] for u in units(text)]
    except KeyError:
        return None


def decode(classes):
    """Greedy CTC: repeats are merged, blanks dropped."""
    result, previous = [], 0
    for c in classes:
        if c != previous and c != 0:
            result.append(ALPHABET[c])
        previous = c
    return "".join(result)
