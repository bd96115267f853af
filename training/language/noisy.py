"""Questions with their right answers, of medicines that training never sees, for the test that counts suggestions: noisy.py FOLDER [SEED]. Writes 10,000 rows, and 40 in both forms of a question."""
import gzip
import json
import os
import random
import sys

import prompts
import rows

COUNT = 10_000

if __name__ == "__main__":
    lexicon, dice = rows.Words(apart=True), random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 777001)
    drawn = [prompts.draw(lexicon, dice) for _ in range(COUNT)]
    text = json.dumps([[each.question, each.answer] for each in drawn], ensure_ascii=False, separators=(",", ":"))
    with open(os.path.join(sys.argv[1], "noisy-rows.json.gz"), "wb") as file:
        # Without a time stamp, so that the same rows give the same bytes.
        file.write(gzip.compress(text.encode(), 9, mtime=0))
    with open(os.path.join(sys.argv[1], "bare-questions.json"), "w", encoding="utf-8") as file:
        json.dump([{"question": each.question, "bare": each.bare} for each in drawn[:40]], file, ensure_ascii=False, indent=0)
