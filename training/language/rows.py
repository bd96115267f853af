"""Draws rows of medicine tables as recognisers read them, with the words that each field rests on. All words come from the data files of the rules."""
import os
import random
import zlib

import words

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "Vejja.Reading")
FIELDS = ["name", "strength", "form", "route", "quantity", "dose", "meal", "duration"]
SLOTS = ["MORN", "NOON", "AFT", "EVE", "NIGHT", "HS"]
FORMS = ["tablet", "capsule", "ampoule", "sachet", "suppository"]
# What print looks like to a recogniser; a digit becomes a letter, never another digit.
CONFUSIONS = [("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("l", "I"), ("o", "0"), ("s", "5"), ("b", "6"), ("é", "e"), ("è", "e"), ("à", "a"), ("e", "c"),
              ("c", "e"), ("u", "v"), ("v", "u"), ("n", "u"), ("u", "n"), ("h", "b"), ("g", "q"), ("t", "f"), ("a", "o"), ("d", "cl"), ("ថ", "ច"), ("ព", "ត"),
              ("រ", "វ"), ("ក", "គ"), ("ដ", "ន"), ("ិ", "ី"), ("ឹ", "ី"), ("្", ""), ("់", ""), ("៉", "")]
BREAKS = {"1": "lI", "0": "Oo", "5": "S", "8": "B", "2": "Z", "6": "b", "4": "A", "9": "g"}


def table(path, columns):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
    return [line + [""] * (columns - len(line)) for line in lines]


class Words:
    """The words of the rules' own tables. A tenth of the medicines' names is held apart: training never sees them, the judged rows see no others."""

    def __init__(self, apart=False):
        self.headers, self.meals, self.units, self.routes = {}, {}, {}, {}
        for text, code, _ in table("Medications/Data/headers.tsv", 3):
            self.headers.setdefault(code, []).append(text)
        for target, path in ((self.meals, "meals"), (self.units, "units"), (self.routes, "routes")):
            for text, code, _ in table(f"Medications/Data/{path}.tsv", 3):
                target.setdefault(code, []).append(text)
        self.names = [row[0] for row in table("Lexicon/Data/brands.tsv", 3)[1:]]
        self.names += [row[0] for row in table("Lexicon/Data/substances.tsv", 5)[1:]] + [row[1] for row in table("Lexicon/Data/substances.tsv", 5)[1:]]
        self.names = [name for name in self.names if (zlib.crc32(name.lower().encode()) % 10 == 0) == apart]
        self.strengths = [one for row in table("Lexicon/Data/strengths.tsv", 4)[1:] for one in row[2].split(";")]


class Cell:
    """Text under construction with the words that count: marks of (start, length, role)."""

    def __init__(self):
        self.text, self.marks = "", []

    def add(self, text, role=None, gap=" "):
        if self.text and text:
            self.text += gap
        if role:
            self.marks.append((len(self.text), len(text), role))
        self.text += text
        return self


def cased(text, dice):
    return dice.choice([text, text, text.upper(), text.capitalize()])


def noisy(cell, rate, dice):
    """The cell as a recogniser reads it. A role whose number lost a digit is named in the second result."""
    text, marks, broken, at = "", [], set(), 0
    starts = {}
    while at <= len(cell.text):
        starts[at] = len(text)
        if at == len(cell.text):
            break
        sign = cell.text[at]
        if dice.random() < rate:
            if sign in BREAKS and dice.random() < 0.4:
                text += dice.choice(BREAKS[sign])
                broken |= {role for start, length, role in cell.marks if start <= at < start + length}
                at += 1
                continue
            fits = [pair for pair in CONFUSIONS if cell.text.startswith(pair[0], at) and not pair[0].isdigit()]
            if fits:
                source, becomes = dice.choice(fits)
                if becomes.isdigit():
                    broken |= {role for start, length, role in cell.marks if start <= at < start + length and role[0] != "name"}
                for step in range(len(source)):
                    starts[at + step] = len(text)
                text += becomes
                at += len(source)
                continue
        text += sign
        at += 1
    for start, length, role in cell.marks:
        marks.append((starts[start], starts[start + length] - starts[start], role))
    result = Cell()
    result.text, result.marks = text, marks
    return result, broken


def amount(dice):
    return dice.choices(["1", "2", "1/2", "½", "0.5", "0,5", "1.5", "1 1/2", "3", "១", "២", "10", "5", "20", "1/4"], [30, 10, 6, 4, 3, 2, 2, 1, 2, 3, 1, 1, 1, 1, 1])[0]


def strength_text(lexicon, dice):
    text = dice.choice(lexicon.strengths)
    if dice.random() < 0.5:
        text = text.replace(" mg", "mg").replace(" g", "g").replace(" mL", "ml").replace(" ug", "µg")
    return text.replace(" + ", dice.choice(["+", "/", " + "]))


class Row:
    """One medicine: its cells by column and what may be said of it."""

    def __init__(self, columns, lexicon, dice, number):
        self.cells, self.codes = {}, {}
        numbered = dice.random()
        name = Cell()
        if "number" not in columns and numbered < 0.3:
            name.add(f"{number}" + dice.choice([".", ")", "-"]))
        name.add(cased(dice.choice(lexicon.names), dice), ("name",))
        if "strength" in columns:
            self.cells["strength"] = Cell().add(strength_text(lexicon, dice), ("strength",))
        elif dice.random() < 0.85:
            name.add(strength_text(lexicon, dice), ("strength",), dice.choice([" ", " ", " ", ""]))
        if dice.random() < 0.35:
            self.codes["form"] = dice.choice(FORMS)
            name.add(dice.choice(lexicon.units[self.codes["form"]]), ("form",))
        self.cells["name"] = name
        if "number" in columns:
            self.cells["number"] = Cell().add(str(number))
        if "quantity" in columns:
            cell = Cell().add(str(dice.choice([5, 6, 7, 10, 12, 14, 15, 20, 21, 24, 28, 30, 42, 56, 60, 90, 1, 2])), ("quantity",))
            if dice.random() < 0.7:
                code = dice.choice(list(lexicon.units) if dice.random() < 0.2 else ["tablet", "capsule", "bottle", "sachet", "box", "tube"])
                self.codes["quantity"] = code
                cell.add(dice.choice(lexicon.units[code]), ("quantity",), dice.choice([" ", ""]))
            self.cells["quantity"] = cell
        taken = dice.sample([column for column in columns if column in SLOTS], dice.randint(1, max(1, sum(column in SLOTS for column in columns)))) if any(column in SLOTS for column in columns) else []
        for column in columns:
            if column in taken:
                self.cells[column] = Cell().add(amount(dice), ("dose", column))
                if dice.random() < 0.12:
                    self.cells[column].add(dice.choice(lexicon.units["tablet"]))
            elif column in SLOTS and dice.random() < 0.35:
                self.cells[column] = Cell().add(dice.choice(["-", "–", "x", "/", "0"]))
        if "usage" in columns and dice.random() < 0.8:
            cell = Cell()
            if dice.random() < 0.4:
                self.codes["route"] = dice.choice(list(lexicon.routes))
                cell.add(dice.choice(lexicon.routes[self.codes["route"]]), ("route",))
            if dice.random() < 0.75:
                self.codes["meal"] = dice.choice(["PC", "PC", "AC", "C", "HS"])
                cell.add(dice.choice(lexicon.meals[self.codes["meal"]]), ("meal",))
            if cell.text:
                self.cells["usage"] = cell
        if "days" in columns and dice.random() < 0.9:
            self.cells["days"] = Cell().add(str(dice.choice([1, 2, 3, 5, 7, 10, 14, 15, 21, 28, 30, 60, 90])), ("duration",))
            if dice.random() < 0.5:
                self.cells["days"].add(dice.choice(["ថ្ងៃ", "jours", "j", "days", "d"]))


def columns_of(dice):
    columns = (["number"] if dice.random() < 0.6 else []) + ["name"]
    columns += [kind for kind, chance in (("strength", 0.15), ("quantity", 0.8)) if dice.random() < chance]
    slots = ["MORN"] + [slot for slot, chance in (("NOON", 0.85), ("AFT", 0.25), ("EVE", 0.85)) if dice.random() < chance]
    columns += slots + (["NIGHT"] if dice.random() < 0.35 else []) + (["HS"] if dice.random() < 0.05 else [])
    columns += [kind for kind, chance in (("usage", 0.7), ("days", 0.3)) if dice.random() < chance]
    if dice.random() < 0.25:
        columns.insert(dice.randint(1, len(columns)), "remark")
    return columns
