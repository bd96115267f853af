"""Writes a drawn row as the question and the answer that Vejja's enhancer speaks; Question.cs writes the same questions, and a test holds both to shared cases."""
import dataclasses
import json
import random
import re

import rows
import words

ENUMS = ("form", "route", "meal")


@dataclasses.dataclass
class Drawn:
    """question: as a large model sees it, with neighbouring rows and places. bare: as the model that ships sees it. senses: for each word of the medicine's row, (number, what it is)."""
    question: str
    bare: str
    answer: str
    senses: list


def place(cells, number, mark, first, dice):
    """The lines of one table row: mark, place, confidence in percent, numbered words. The roles' word numbers come back."""
    lines, roles = [], {}
    for column, (cell, confidence) in enumerate(cells):
        if cell is None or not cell.text:
            continue
        parts = []
        for start, length in words.split(cell.text):
            parts.append(f"{first}={cell.text[start:start + length]}")
            for at, size, role in cell.marks:
                if at <= start and start + length <= at + size:
                    roles.setdefault(role, []).append(first)
            first += 1
        lines.append(f"{mark}r{number}c{column} {confidence} " + " ".join(parts))
    return lines, roles, first


def answer(open_fields, row, roles, broken, header):
    """What a careful reader says: ids in print order, null where the ink does not say."""
    result = {}
    for field in open_fields:
        ids = roles.get((field,))
        lost = ids is None or (field,) in broken
        if field == "dose":
            doses = [(role[1], numbers) for role, numbers in roles.items() if role[0] == "dose"]
            readable = header and doses and not any(role[0] == "dose" for role in broken)
            expected = sum(1 for cell in row.cells.values() for mark in cell.marks if mark[2][0] == "dose")
            result[field] = [{"when": when, "at": numbers} for when, numbers in sorted(doses, key=lambda dose: dose[1])] if readable and len(doses) == expected else None
        elif lost:
            result[field] = None
        elif field in ENUMS:
            result[field] = {"code": row.codes[field], "at": ids}
        elif field == "quantity":
            result[field] = {"at": ids, "unit": row.codes.get("quantity")}
        else:
            result[field] = ids
    return result


def write(value):
    """JSON with one space before a number, so that an id is the same token as in the question."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    out, previous = [], ""
    for sign in text:
        if sign.isdigit() and previous in "[,":
            out.append(" ")
        out.append(sign)
        previous = sign
    return "".join(out)


def bare(open_fields, heads, cells, first):
    """The medicine's own cells, one a line: the header's words, then each word with its number behind it, so that the number's place has seen word and header."""
    lines = ["open " + " ".join(open_fields)]
    for head, (cell, _) in zip(heads, cells):
        if cell is None or not cell.text:
            continue
        line = " ".join(head.text[start:start + length] for start, length in words.split(head.text)) if head else ""
        for start, length in words.split(cell.text):
            line += f"|{cell.text[start:start + length]} {first}"
            first += 1
        lines.append(line)
    return "\n".join(lines)


def shifted(question, by):
    """A bare question with other numbers."""
    return re.sub(r" (\d+)(?=\||\n|$)", lambda found: f" {int(found[1]) + by}", question)


def shifted_answer(answer, by):
    """An answer with other numbers."""
    return re.sub(r" (\d+)", lambda found: f" {int(found[1]) + by}", answer)


def senses_of(row, roles, broken, header):
    """What each word is: its role, with the code at the role's last word. Where the header is lost a dose is not to be told."""
    result = {}
    for role, numbers in roles.items():
        lost = role in broken and role[0] != "name"
        for number in numbers:
            name = "none" if lost else "-".join(role)
            result[number] = None if role[0] == "dose" and not header else name
        code = row.codes.get(role[0])
        if code and not lost:
            result[numbers[-1]] = f"{role[0]}={code}"
    return result


def joined(cells, dice):
    """A row as one running line, as sheets without a table have it."""
    line, confidence = rows.Cell(), 99
    for cell, ink in cells:
        if cell is not None and cell.text:
            shift = len(line.text) + (1 if line.text else 0)
            line.add(cell.text)
            line.marks += [(at + shift, size, role) for at, size, role in cell.marks]
            confidence = min(confidence, ink)
    return [(line, confidence)]


def draw(lexicon, dice, ease=0.0, all_open=0.0):
    """One question with its answer. ease 1: few cells, what they show; 0: all that a sheet shows. all_open: how often every field is asked for."""
    columns = rows.columns_of(dice)
    if ease and dice.random() < ease:
        keep = set(dice.sample(columns, min(len(columns), dice.randint(1, 3)))) | {"name"}
        columns = [column for column in columns if column in keep]
    rate = dice.choice([0, 0.03, 0.08, 0.15]) * (1 - 0.7 * ease)
    running = dice.random() < 0.1
    header = not running and dice.random() < 0.97
    number = dice.randint(1, 9)
    row = rows.Row(columns, lexicon, dice, number)
    tongue = dice.random() < 0.5

    def heading(kind):
        options = lexicon.headers.get(kind, ["Note"])
        khmer = [text for text in options if words.kind(text[0]) == "khmer"]
        return rows.noisy(rows.Cell().add(dice.choice(khmer if khmer and tongue else options)), rate * 0.6, dice)[0]

    def read(drawn):
        cells, lost = [], set()
        for column in columns:
            cell = drawn.cells.get(column)
            if cell is not None:
                cell, broken = rows.noisy(cell, rate, dice)
                lost |= broken
            cells.append((cell, dice.choice([99, 98, 97, 95, 92] if rate < 0.05 else [95, 90, 82, 74, 65, 51])))
        return (joined(cells, dice) if running else cells), lost

    lines, first, heads = [], 1, [heading(kind) for kind in columns] if header else [None] * len(columns)
    if header:
        head, _, first = place([(each, dice.choice([99, 98, 96, 90])) for each in heads], 0, "", first, dice)
        lines += head
    if number > 1 and dice.random() < 0.3 * (1 - ease):
        other, _, first = place(read(rows.Row(columns, lexicon, dice, number - 1))[0], number - 1, "", first, dice)
        lines += other
    cells, broken = read(row)
    own_first = first
    own, roles, first = place(cells, number, ">", first, dice)
    lines += own
    numbers = range(own_first, first)
    if dice.random() < 0.3 * (1 - ease):
        below, _, first = place(read(rows.Row(columns, lexicon, dice, number + 1))[0], number + 1, "", first, dice)
        lines += below
    open_fields = rows.FIELDS if dice.random() < all_open else [field for field in rows.FIELDS if dice.random() < 0.6] or ["name"]
    senses = senses_of(row, roles, broken, header)
    question = "open " + " ".join(open_fields) + "\n" + "\n".join(lines)
    return Drawn(question, bare(open_fields, heads, cells, own_first), write(answer(open_fields, row, roles, broken, header)),
                 [(each, senses.get(each, "none")) for each in numbers])


if __name__ == "__main__":
    chance = random.Random(7)
    known = rows.Words()
    for _ in range(4):
        drawn = draw(known, chance)
        print(drawn.question, drawn.bare, drawn.answer, drawn.senses, "", sep="\n")
