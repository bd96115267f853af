"""The page of the worst lines: what evaluate.py wrote to report.worst.tsv, by kind of line, the surest mistakes first, as Markdown."""
import argparse
from collections import defaultdict
from pathlib import Path

SURE = 0.8


def cell(text):
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("worst", type=Path, nargs="?", default=Path("report.worst.tsv"))
    arguments.add_argument("--most", type=int, default=4, help="lines shown a kind")
    a = arguments.parse_args()
    kinds = defaultdict(list)
    for row in a.worst.read_text(encoding="utf-8").splitlines():
        grade, kind, confidence, truth, read = row.split("\t")
        kinds[kind].append((float(confidence), grade, truth, read))
    print("| kind | wrong lines | of them at 0.8 or above | printed | read | least confidence | damage |\n|---|---|---|---|---|---|---|")
    for kind, rows in sorted(kinds.items(), key=lambda item: -len(item[1])):
        rows.sort(reverse=True)
        sure = sum(row[0] >= SURE for row in rows)
        for i, (confidence, grade, truth, read) in enumerate(rows[:a.most]):
            first = f"{kind} | {len(rows)} | {sure}" if i == 0 else " | | "
            print(f"| {first} | {cell(truth)} | {cell(read)} | {confidence:.2f} | {grade} |")


if __name__ == "__main__":
    main()
