"""Held-apart questions with their right answers, for the test that counts suggestions: noisy.py noisy-rows.json [count]"""
import json
import random
import sys

import prompts
import rows

if __name__ == "__main__":
    lexicon, dice = rows.Words(), random.Random(777001)
    drawn = [prompts.draw(lexicon, dice) for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 1000)]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump([{"question": question, "answer": answer} for question, answer in drawn], file, ensure_ascii=False, separators=(",", ":"))
