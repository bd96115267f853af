"""What a line says: drug names, sigs by grammar in three languages, table cells, headers, key and value, numbers, codes,
words; what has no sense is in `nonsense`. Every function takes the random source first and gives plain text."""
import random
import re

from . import running, words
from .normalisation import normalise
from .nonsense import scatter, syllables
from .pieces import (
    KHMER_NUMERALS, FRACTIONS, DASHES, UNITS, STRENGTHS, FORMS, ROUTES, FR_DOSE, FR_WHEN, FR_MEAL, FR_FOR, FR_IF, EN_DOSE, EN_WHEN, EN_MEAL, EN_FOR,
    EN_IF, KM_UNIT, KM_VERB, KM_TIME, KM_MEAL, KM_LABEL, FR_LABEL, EN_LABEL, SURNAMES, PREFIXES, MIDDLES, ENDINGS)


def pick(r, *options):
    return r.choice(options)


def number(r):
    return pick(r, str(r.randint(0, 9)), str(r.randint(0, 9)), str(r.randint(10, 99)), str(r.randint(100, 999)), str(r.randint(0, 99999)),
                f"{r.randint(0, 99)}{r.choice('.,')}{r.randint(0, 99)}", f"{r.randint(1, 999)} {r.randint(0, 999):03}",
                f"{r.randint(1, 9)}-{r.randint(1, 12)}", f"{r.randint(1, 31)}/{r.randint(1, 12)}", r.choice(FRACTIONS))


def maybe_khmer_digits(r, text, share=0.25):
    return text.translate(KHMER_NUMERALS) if r.random() < share else text


def name_of_drug(r, test):
    if r.random() < (0.62 if not test else 0.8):
        name = r.choice(words.drugs(test))
    else:
        name = r.choice(PREFIXES) + "".join(r.choice(MIDDLES) for _ in range(r.choice((0, 1, 1, 2, 2)))) + r.choice(ENDINGS)
        name = name.capitalize()
    p = r.random()
    return name.upper() if p < 0.22 else name.lower() if p < 0.28 else name


def strength(r):
    gap = r.choice(("", " ", " ", ""))
    amount = r.choice(STRENGTHS) if r.random() < 0.75 else number(r)
    unit = r.choice(UNITS)
    p = r.random()
    if p < 0.06:
        return f"{amount}{gap}{unit}/{r.choice(('5', '10', '1', '100'))}{gap}{r.choice(('ml', 'mL', 'h', 'dose'))}"
    if p < 0.1:
        return f"{amount}{gap}{unit} + {r.choice(STRENGTHS)}{gap}{unit}"
    if p < 0.14:
        return f"({amount}{gap}{unit})"
    return f"{amount}{gap}{unit}"


def drug(r, test):
    name = name_of_drug(r, test)
    p = r.random()
    if p < 0.3:
        return name
    if p < 0.62:
        return f"{name} {strength(r)}"
    if p < 0.72:
        return f"{name} {strength(r)} {r.choice(FORMS)}"
    if p < 0.78:
        return f"{r.choice(FORMS)} {name} {strength(r)}"
    if p < 0.86:
        return f"{r.randint(1, 12)}{r.choice(').-/°')} {name} {strength(r)}"
    if p < 0.9:
        return f"{name} {strength(r)} {r.choice(FORMS)} : {french_sig(r)}"
    if p < 0.95:
        return f"{name}{strength(r)}"
    return f"{name} {strength(r)} ({r.randint(1, 90)} {r.choice(FORMS)})"


def french_sig(r):
    parts = [r.choice(FR_DOSE)]
    for options, share in ((FR_WHEN, 0.85), (FR_MEAL, 0.3), (FR_FOR, 0.4), (FR_IF, 0.25)):
        if r.random() < share:
            parts.append(r.choice(options))
    return r.choice((" ", " ", " ", ", ")).join(parts)


def english_sig(r):
    parts = [r.choice(EN_DOSE)]
    for options, share in ((EN_WHEN, 0.85), (EN_MEAL, 0.3), (EN_FOR, 0.4), (EN_IF, 0.3)):
        if r.random() < share:
            parts.append(r.choice(options))
    return " ".join(parts)


def khmer_count(r):
    n = maybe_khmer_digits(r, pick(r, str(r.randint(1, 9)), str(r.randint(1, 9)), str(r.randint(10, 60)), r.choice(FRACTIONS)), 0.2)
    return n + r.choice((" ", " ", "")) + r.choice(KM_UNIT)


def khmer_sig(r):
    n = maybe_khmer_digits(r, str(r.randint(1, 6)), 0.4)
    parts = []
    if r.random() < 0.5:
        parts.append(r.choice(KM_VERB))
    parts.append(khmer_count(r) if r.random() < 0.8 else "កន្លះ" + r.choice(KM_UNIT))
    if r.random() < 0.4:
        parts.append(pick(r, f"{n} ដងក្នុងមួយថ្ងៃ", f"{n}ដង/១ថ្ងៃ", f"ក្នុងមួយថ្ងៃ {n}ដង", f"{n} ដង", f"ថ្ងៃ {n} ដង", f"ម្តង {n} គ្រាប់"))
    if r.random() < 0.5:
        parts.append(r.choice(KM_TIME))
    if r.random() < 0.5:
        parts.append(r.choice(KM_MEAL))
    if r.random() < 0.25:
        parts.append(pick(r, f"រយៈពេល {n} ថ្ងៃ", f"រយៈពេល{n}សប្តាហ៍", f"{n} ថ្ងៃ", f"{n} ខែ", f"ចំនួន {n} ថ្ងៃ"))
    return r.choice((" ", " ", " ", "")).join(parts)


def cell(r, test):
    """The short contents of a table's cells; lone digits and dashes far more often than text would give them."""
    p = r.random()
    if p < 0.24:
        return maybe_khmer_digits(r, str(r.randint(0, 9)) if r.random() < 0.8 else str(r.randint(10, 99)), 0.12)
    if p < 0.34:
        return r.choice(DASHES)
    if p < 0.42:
        return r.choice(FRACTIONS)
    if p < 0.62:
        return khmer_count(r)
    if p < 0.68:
        return khmer_count(r) + " " + r.choice(KM_MEAL)
    if p < 0.74:
        return r.choice(KM_UNIT) + " " + r.choice(KM_MEAL)
    if p < 0.78:
        return r.choice(KM_MEAL + KM_TIME)
    if p < 0.84:
        return r.choice(ROUTES)
    if p < 0.88:
        a = r.randint(1, 12)
        return pick(r, f"({a}-{a + 2})", f"({a:02}-{a + 1:02})", f"{r.choice(KM_TIME)} ({a}-{a + 1})", f"({a}h-{a + 1}h)")
    if p < 0.9:
        return r.choice(("☐", "☑", "☒", "✓", "✓", "×", "x", "X", "+", "•", "*", "→", "0", "☐ ☐", "/"))
    if p < 0.95:
        return strength(r)
    return pick(r, f"{r.randint(1, 60)} {r.choice(FORMS)}", f"{r.randint(1, 9)} x {r.randint(1, 4)}", f"{r.randint(1, 9)}j", f"{r.randint(1, 30)} jours",
                f"{r.randint(1, 30)} days", f"x{r.randint(1, 9)}", f"{r.randint(1, 4)}×/j", f"{r.randint(1, 9)}.", f"{r.randint(1, 9)})")


def date(r):
    d, m, y = r.randint(1, 31), r.randint(1, 12), r.randint(1940, 2031)
    text = pick(r, f"{d:02}/{m:02}/{y}", f"{d:02}-{m:02}-{y}", f"{d}/{m}/{y % 100:02}", f"{d:02}.{m:02}.{y}", f"{y}-{m:02}-{d:02}",
                f"{d:02}/{m:02}/{y} {r.randint(0, 23)}:{r.randint(0, 59):02}", f"{r.randint(0, 23)}h{r.randint(0, 59):02}", f"{r.randint(1, 12)}:{r.randint(0, 59):02} {r.choice(('AM', 'PM', 'am'))}")
    if r.random() < 0.25:
        return pick(r, f"ថ្ងៃទី {d} ខែ {m} ឆ្នាំ {y}", f"ថ្ងៃទី{d}ខែ{m}ឆ្នាំ{y}", f"រាជធានីភ្នំពេញ,ថ្ងៃទី {text}", f"ថ្ងៃទី {text}").translate(
            KHMER_NUMERALS if r.random() < 0.4 else {})
    return maybe_khmer_digits(r, text, 0.12)


def code(r):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    alphabet = r.choice((letters, letters + "0123456789", "0123456789", "0123456789", letters.lower() + "0123456789", letters + letters.lower()))
    groups = ["".join(r.choice(alphabet) for _ in range(r.randint(1, 8))) for _ in range(r.choice((1, 1, 2, 2, 3)))]
    return r.choice(("-", "-", "/", "", ".", " ", "_")).join(groups)


def phone(r):
    a, b, c = r.randint(10, 99), r.randint(100, 999), r.randint(100, 9999)
    text = pick(r, f"0{a} {b} {c}", f"0{a}-{b}-{c}", f"(+855) {a} {b} {c}", f"+855 {a} {b} {c}", f"0{a} {b} {c} / 0{r.randint(10, 99)} {r.randint(100, 999)} {r.randint(100, 999)}",
                f"Tél : 0{a} {b} {c}", f"023 {b} {c}", f"0{a}.{b}.{c}")
    return maybe_khmer_digits(r, text, 0.15)


def signs(r, test):
    """A short line as a sheet would have it, with one or more of the signs that are rare in other text and dangerous to misread."""
    n = lambda: str(r.randint(1, 999))  # noqa: E731
    return r.choice((
        lambda: f"½ {r.choice(FORMS)}", lambda: f"½ {r.choice(KM_UNIT)}", lambda: f"{r.randint(1, 4)}½ cp × {r.randint(1, 4)}/j", lambda: "½",
        lambda: f"≤ {n()} {r.choice(UNITS)}", lambda: f"≤{n()} µg", lambda: f"{n()} µg", lambda: f"{n()}µg × {r.randint(1, 4)}", lambda: f"{n()} µg/dose ≤ {r.randint(1, 8)}/j",
        lambda: f"{r.choice(FRACTIONS)} {r.choice(FORMS)}", lambda: f"{r.choice(FRACTIONS)}{r.choice(KM_UNIT)}", lambda: f"≥ {n()} {r.choice(UNITS)}", lambda: f"{n()} ± {r.randint(1, 9)} %",
        lambda: f"{r.choice('☐☑☒✓•→')} {r.choice(EN_MEAL + FR_MEAL + KM_MEAL)}", lambda: f"{r.randint(35, 40)},{r.randint(0, 9)} °C", lambda: f"{r.choice('¼¾⅓⅔½')}", lambda: f"{n()} {r.choice('–—→')} {n()}",
        lambda: f"{r.randint(1, 9)} × {r.randint(1, 9)}", lambda: f"½ × {r.randint(1, 4)}/j", lambda: f"× {n()}", lambda: f"{name_of_drug(r, test)} {n()} µg"))()


def vital(r):
    return pick(r, f"TA:{r.randint(8, 20)}0/{r.randint(5, 11)}0 mmHg", f"TA : {r.randint(8, 20)}/{r.randint(5, 11)}", f"P:{r.randint(50, 140)} /min", f"T°: {r.randint(35, 40)},{r.randint(0, 9)}°C",
                f"T° {r.randint(35, 40)}.{r.randint(0, 9)} °C", f"SpO2: {r.randint(80, 100)}%", f"BP {r.randint(90, 190)}/{r.randint(50, 110)}", f"Poids : {r.randint(3, 110)} kg",
                f"{r.randint(3, 110)}kg", f"FR: {r.randint(12, 40)}/min", f"IMC {r.randint(15, 40)},{r.randint(0, 9)} kg/m²", f"{r.randint(1, 99)} ឆ្នាំ", f"Glyc: {r.randint(50, 400)} mg/dl",
                f"{r.randint(1, 20)},{r.randint(0, 9)} × 10³/mm³", f"≥ {r.randint(1, 200)} {r.choice(UNITS)}", f"≤ {r.randint(1, 200)} {r.choice(UNITS)}", f"{r.randint(1, 99)} ± {r.randint(1, 9)}",
                f"HbA1c = {r.randint(5, 14)}.{r.randint(0, 9)} %", f"{r.randint(1, 200)} µg", f"{r.randint(1, 20)} µmol/L", f"Hb: {r.randint(5, 17)}.{r.randint(0, 9)} g/dl", f"> {r.randint(1, 200)}",
                f"< {r.randint(1, 200)} {r.choice(UNITS)}", f"{r.randint(1, 9)} → {r.randint(1, 9)}", f"• {r.choice(EN_DOSE)}", f"☐ {r.choice(EN_MEAL)}", f"☑ {r.choice(FR_MEAL)}", f"✓ {r.choice(KM_TIME)}",
                f"{r.randint(1, 90)},{r.randint(0, 9)}{r.randint(0, 9)} €", f"${r.randint(1, 90)}.{r.randint(0, 99):02}", f"{r.randint(1, 90)}000 ៛", f"{r.choice(FRACTIONS)} × {r.randint(1, 5)}/j")


def person(r):
    name = " ".join(r.sample(SURNAMES, 2))
    return r.choice(("", "", "Dr ", "Dr. ", "Pr ", "M. ", "Mme ", "Mr. ", "Mrs. ")) + (name.upper() if r.random() < 0.35 else name)


def field(r, test):
    label = r.choice(r.choice((KM_LABEL, KM_LABEL, FR_LABEL, EN_LABEL)))
    value = pick(r, lambda: person(r), lambda: date(r), lambda: code(r), lambda: vital(r), lambda: phone(r), lambda: khmer_words(r, test, r.randint(1, 4)),
                 lambda: pick(r, "ប្រុស", "ស្រី", "M", "F", "Masculin", "Féminin", "Male", "Female"), lambda: f"{r.randint(1, 99)} {r.choice(('ឆ្នាំ', 'ans', 'years', 'y', 'mois', 'ខែ'))}",
                 lambda: phrase(r, test))()
    return label + r.choice((" : ", ": ", ":", " ", " :", " ......... ", "…… ")) + value


def phrase(r, test):
    options = r.choice(("english", "french", "khmer", "khmer"))
    text = r.choice(words.phrases(options))
    return text.upper() if options != "khmer" and r.random() < 0.2 else text


def latin_words(r, test, count, language=None):
    source = words.latin(language or r.choice(("french", "french", "english")), test)
    chosen = [r.choice(source) for _ in range(count)]
    p = r.random()
    if p < 0.2:
        return " ".join(chosen).upper()
    if p < 0.45:
        chosen[0] = chosen[0].capitalize()
    if p > 0.8 and count > 1:
        i = r.randrange(count)
        chosen[i] = pick(r, f"({chosen[i]})", f"«{chosen[i]}»", f"« {chosen[i]} »", f'"{chosen[i]}"', f"{chosen[i]},", f"{chosen[i]};", f"{chosen[i]}.", f"{chosen[i]} :", f"{chosen[i]}!", f"{chosen[i]}?",
                         f"{chosen[i]}/{r.choice(source)}", f"[{chosen[i]}]", f"{chosen[i]}_{number(r)}", f"{chosen[i]} {r.choice('&+=@#*|')} {number(r)}", f"{chosen[i]}-{r.choice(source)}")
    return " ".join(chosen)


def khmer_words(r, test, count):
    source = words.khmer(test)
    text = ""
    for i in range(count):
        text += r.choice(source) if r.random() < 0.88 else r.choice(words.phrases("khmer"))
        if i + 1 < count and r.random() < 0.3:
            text += r.choice((" ", " ", " ", " ", "-", "៖ ", "។ ", ", ", "/", " (", ") "))
    if r.random() < 0.1:
        text += r.choice(("។", "ៗ", "៖", "។ល។", "!", "?", ".", "៕"))
    return text


def khmer_text(r, part):
    """A run of words as a line of a letter or a leaflet has them."""
    stream = running.stream(part)
    count = r.choice((2, 3, 5, 8, 12, 18, 26))
    first = r.randrange(len(stream) - count)
    text = "".join(stream[first:first + count])
    return re.sub(" (?=[។៕៖])", "", text) if r.random() < 0.5 else text


def mixed(r, test):
    parts = [pick(r, lambda: khmer_words(r, test, r.randint(1, 2)), lambda: name_of_drug(r, test), lambda: strength(r), lambda: khmer_count(r), lambda: number(r),
                  lambda: latin_words(r, test, 1), lambda: date(r), lambda: r.choice(KM_MEAL))() for _ in range(r.randint(2, 4))]
    return r.choice((" ", " ", " ", " - ", ", ", " / ", ": ")).join(parts)


def term(r):
    """What heads a column or labels a value: a word or two of those that every sheet repeats."""
    text = r.choice(words.terms())
    if r.random() < 0.25:
        text += r.choice((" ", " ", " / ", " (", ", ")) + r.choice(words.terms())
    if r.random() < 0.2 and text[0].isascii():
        text = text.upper()
    return text + r.choice(("", "", "", "", ":", " :", f" {r.randint(1, 90)}", f" ({r.randint(1, 12)}-{r.randint(1, 12)})"))


def khmer_number(r):
    """Numbers of every sort of cell, field and dose in Khmer digits: ១០ among Latin print is easily taken for 90."""
    return pick(r, lambda: str(r.randint(0, 99)), lambda: number(r), lambda: khmer_count(r), lambda: khmer_count(r), lambda: khmer_sig(r),
                lambda: f"{r.choice(KM_LABEL)} {number(r)}", lambda: date(r), lambda: f"{r.randint(1, 30)} {r.choice(FORMS)}")().translate(KHMER_NUMERALS)


KINDS = [  # (share, name, text of that kind)
    (13, "cell", cell),
    (11, "drug", drug),
    (4, "french sig", lambda r, test: french_sig(r)),
    (4, "english sig", lambda r, test: english_sig(r)),
    (7, "khmer sig", lambda r, test: khmer_sig(r)),
    (6, "field", field),
    (5, "phrase", phrase),
    (3, "date", lambda r, test: date(r)),
    (3, "code", lambda r, test: pick(r, code, phone, code)(r)),
    (6, "vital", lambda r, test: vital(r)),
    (3, "number", lambda r, test: maybe_khmer_digits(r, " ".join(number(r) for _ in range(r.randint(1, 4))))),
    (5, "french words", lambda r, test: latin_words(r, test, r.randint(1, 6), "french")),
    (3, "english words", lambda r, test: latin_words(r, test, r.randint(1, 6), "english")),
    (26, "khmer", lambda r, test: khmer_words(r, test, r.choice((1, 1, 2, 2, 3, 4, 5, 7)))),
    (7, "syllables", lambda r, test: syllables(r, r.randint(1, 9))),
    (4, "mixed", mixed),
    (5, "scatter", lambda r, test: scatter(r)),
    (6, "signs", signs),
    (0, "term", lambda r, test: term(r)),  # this and the next three only where they are asked for
    (0, "khmer number", lambda r, test: khmer_number(r)),
    (0, "khmer text", lambda r, test: khmer_text(r, "test" if test else "training")),
    (0, "khmer text dev", lambda r, test: khmer_text(r, "dev")),
]
_SHARES = [share for share, _, _ in KINDS]


def line(r: random.Random, test=False, kind=None, longest=64):
    """One normalised line of text and its kind."""
    while True:
        _, name, make = r.choices(KINDS, _SHARES)[0] if kind is None else next(k for k in KINDS if k[1] == kind)
        text = normalise(make(r, test))
        if 0 < len(text) <= longest:
            return text, name
