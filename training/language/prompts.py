"""Writes a drawn row as the question and the answer that Vejja's enhancer speaks; EnhancementPrompt.cs writes the same question."""
import json
import random

import rows
import words

ENUMS = ("form", "route", "meal")


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


def draw(lexicon, dice, ease=0.0):
    """One question with its answer. ease 1: few cells, one field; 0: all that a sheet shows."""
    columns = rows.columns_of(dice)
    if ease and dice.random() < ease:
        keep = set(dice.sample(columns, min(len(columns), dice.randint(1, 3)))) | {"name"}
        columns = [column for column in columns if column in keep]
    rate = dice.choice([0, 0.03, 0.08, 0.15]) * (1 - 0.7 * ease)
    header = dice.random() < 0.97 - 0.5 * ease
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
        return cells, lost

    lines, first = [], 1
    if header:
        head, _, first = place([(heading(kind), dice.choice([99, 98, 96, 90])) for kind in columns], 0, "", first, dice)
        lines += head
    if number > 1 and dice.random() < 0.3 * (1 - ease):
        other, _, first = place(read(rows.Row(columns, lexicon, dice, number - 1))[0], number - 1, "", first, dice)
        lines += other
    cells, broken = read(row)
    own, roles, first = place(cells, number, ">", first, dice)
    lines += own
    if dice.random() < 0.3 * (1 - ease):
        below, _, first = place(read(rows.Row(columns, lexicon, dice, number + 1))[0], number + 1, "", first, dice)
        lines += below
    open_fields = [field for field in rows.FIELDS if dice.random() < 0.6] or ["name"]
    if ease and dice.random() < ease:
        # What the row shows, so that every early answer points at something.
        shown = sorted({role[0] for role in roles if header or role[0] != "dose"}, key=rows.FIELDS.index)
        open_fields = shown or open_fields
    question = "open " + " ".join(open_fields) + "\n" + "\n".join(lines)
    return question, write(answer(open_fields, row, roles, broken, header))


if __name__ == "__main__":
    chance = random.Random(7)
    known = rows.Words()
    for _ in range(4):
        asked, said = draw(known, chance)
        print(asked, said, "", sep="\n")
