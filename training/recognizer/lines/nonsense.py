"""Lines without sense: signs that are easily taken for one another, and random legal Khmer syllables."""
from .alphabet import COENGS, KHMER_CONSONANTS, KHMER_INDEPENDENT
from .normalisation import COENG
from .pieces import LOOK_ALIKES, SCATTERED, SHIFTED, TAIL_SIGNS, VOWELS


def scatter(r):
    """Signs without sense: the rare ones, and groups that are easily taken for one another."""
    p = r.random()
    if p < 0.45:
        group = r.choice(LOOK_ALIKES)
        return "".join(r.choice(group if r.random() < 0.6 else "0123456789abcdefgmul ") for _ in range(r.randint(1, 9)))
    if p < 0.6:
        return " ".join(r.choice(SCATTERED) for _ in range(r.randint(1, 5)))
    return "".join(r.choice(SCATTERED) if r.random() < 0.8 else " " for _ in range(r.randint(2, 12)))


def syllable(r):
    """A random legal Khmer syllable: every base with every coeng, vowel and sign, so that rare clusters are seen."""
    base = r.choice(KHMER_CONSONANTS) if r.random() < 0.96 else r.choice(KHMER_INDEPENDENT)
    text = base
    if base in KHMER_CONSONANTS:
        if r.random() < 0.45:
            text += r.choice(COENGS)
            if r.random() < 0.12:
                text += COENG + r.choice("រយវល")
        elif r.random() < 0.15:
            for shifter, bases in SHIFTED.items():
                if base in bases:
                    text += shifter
        text += r.choice(VOWELS)
        if r.random() < 0.15:
            text = base + "៌" + text[1:] if r.random() < 0.15 else text + r.choice(KHMER_CONSONANTS) + r.choice(TAIL_SIGNS)
    return text


def syllables(r, count):
    return "".join(syllable(r) + (" " if r.random() < 0.12 else "") for _ in range(count))
