"""A byte-pair vocabulary over Khmer, French, English and the marks of questions and answers, as llama.cpp's SPM kind of tokenizer reads it."""
import collections
import heapq
import json
import random
import re

import prompts
import rows

SPECIAL = ["<unk>", "<s>", "</s>", "<|im_start|>", "<|im_end|>"]
START, END = 3, 4
# Question.cs numbers no more words than this; each number is one token.
MOST_WORDS = 160
SPACE = "\u2581"
# Where merges may not cross: numbers, words (with the bar before them), runs of other signs. An answer is cut where something is decided: one token, one decision.
PIECE = re.compile(r"\|?\d{1,4}|\|?[\u1780-\u17ff]+|\|?[^\W\d_\u1780-\u17ff]+|\|?[^\w\s|]+|\n|.", re.S)
ANSWER_PIECE = re.compile(r"""(?:\[|\]\},)?\{"when":"[A-Z]+","at":\[|\{"code":"[A-Za-z]+","at":\[|\{"at":\[|"[A-Za-z]+"\}|null\}?|[\]}]*[{,]?"[a-z]+":|\[|,|[\]}]+|\s|\d+""")
CHUNK = re.compile(r"\n|" + SPACE + r"?[^\n" + SPACE + r"]+|" + SPACE)


def pieces(text, pattern):
    """Pieces of a text; a space goes to the piece behind it."""
    gap = ""
    for piece in pattern.findall(text):
        if piece == " ":
            gap = SPACE
            continue
        yield gap + piece
        gap = ""


class Vocabulary:
    """Tokens in order; a token's score is minus its rank, so that earlier merges win."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.index = {token: at for at, token in enumerate(tokens)}
        self.cache = {}

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return Vocabulary(json.load(file))

    def encode(self, text):
        """Ids of a text, which holds no special token's name."""
        result = []
        for chunk in CHUNK.findall(text.replace(" ", SPACE)):
            ids = self.cache.get(chunk)
            if ids is None:
                ids = self.cache[chunk] = self.merge(chunk)
            result += ids
        return result

    def merge(self, chunk):
        """Joins the neighbours whose joint token comes first in the vocabulary, the leftmost first, until none is left."""
        parts = list(chunk)
        alive = [True] * len(parts)
        after = list(range(1, len(parts))) + [-1]
        before = list(range(-1, len(parts) - 1))
        heap = []

        def offer(left):
            right = after[left] if left >= 0 else -1
            if right >= 0:
                rank = self.index.get(parts[left] + parts[right])
                if rank is not None:
                    heapq.heappush(heap, (rank, left, parts[left] + parts[right], right))

        for at in range(len(parts)):
            offer(at)
        while heap:
            _, left, joint, right = heapq.heappop(heap)
            if not (alive[left] and alive[right] and after[left] == right and parts[left] + parts[right] == joint):
                continue
            parts[left], alive[right], after[left] = joint, False, after[right]
            if after[right] >= 0:
                before[after[right]] = left
            offer(left)
            offer(before[left])
        ids = []
        for at, part in enumerate(parts):
            if alive[at]:
                known = self.index.get(part)
                ids += [known] if known is not None else [self.index[f"<0x{byte:02X}>"] for byte in part.encode()]
        return ids

    def answer(self, text):
        """Ids of an answer, piece by piece; the model says it so, nobody cuts it again."""
        return [self.index[piece] for piece in pieces(text, ANSWER_PIECE)]

    def conversation(self, question):
        """Ids of a question as the chat template lays it out, ready for the answer."""
        return [1, START] + self.encode("user\n" + question) + [END] + self.encode("\n") + [START] + self.encode("assistant\n")


def learn(size, samples, seed):
    """Byte-pair merges over drawn questions; behind them the pieces of answers, whole."""
    dice, lexicon, counts, said = random.Random(seed), rows.Words(), collections.Counter(), set()
    for _ in range(samples):
        drawn = prompts.draw(lexicon, dice)
        counts.update(pieces(drawn.bare, PIECE))
        said.update(piece for piece in pieces(drawn.answer, ANSWER_PIECE) if not piece[-1].isdigit())
    counts.update({SPACE + str(number): 100000 for number in range(1, MOST_WORDS + 1)})
    counts.update(pieces("user\n assistant\n", PIECE))
    tokens = SPECIAL + [f"<0x{byte:02X}>" for byte in range(256)]
    letters = collections.Counter()
    for piece, count in counts.items():
        for sign in piece:
            letters[sign] += count
    tokens += [sign for sign, count in letters.most_common() if count >= 3]
    known = set(tokens)
    said = sorted(said - known)
    parts = {piece: list(piece) for piece in counts if len(piece) > 1}
    pairs, where = collections.Counter(), collections.defaultdict(set)
    for piece, split in parts.items():
        for pair in zip(split, split[1:]):
            pairs[pair] += counts[piece]
            where[pair].add(piece)
    heap = [(-count, pair) for pair, count in pairs.items()]
    heapq.heapify(heap)
    while len(tokens) + len(said) < size and heap:
        count, pair = heapq.heappop(heap)
        if -count != pairs.get(pair, 0):
            continue
        if -count < 3:
            break
        touched = set()
        joint = pair[0] + pair[1]
        if joint not in known:
            tokens.append(joint)
            known.add(joint)
        for piece in list(where[pair]):
            split, count, at = parts[piece], counts[piece], 0
            for old in zip(split, split[1:]):
                pairs[old] -= count
                touched.add(old)
            merged = []
            while at < len(split):
                if at + 1 < len(split) and (split[at], split[at + 1]) == pair:
                    merged.append(joint)
                    at += 2
                else:
                    merged.append(split[at])
                    at += 1
            parts[piece] = merged
            for new in zip(merged, merged[1:]):
                pairs[new] += count
                where[new].add(piece)
                touched.add(new)
        del pairs[pair], where[pair]
        for changed in touched - {pair}:
            heapq.heappush(heap, (-pairs[changed], changed))
    return Vocabulary(tokens + [piece for piece in said if piece not in known])


if __name__ == "__main__":
    made = learn(8192, 12000, 11)
    with open("vocabulary.json", "w", encoding="utf-8") as file:
        json.dump(made.tokens, file, ensure_ascii=False)
    dice, lexicon = random.Random(5), rows.Words()
    drawn = [prompts.draw(lexicon, dice) for _ in range(300)]
    print(len(made.tokens), "tokens; question", sum(len(made.conversation(each.bare)) for each in drawn) / 300, "answer", sum(len(made.answer(each.answer)) for each in drawn) / 300)
    for each in drawn[:3]:
        print([made.tokens[i] for i in made.encode(each.bare)], [made.tokens[i] for i in made.answer(each.answer)])
