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
SPACE = "\u2581"
# Where merges may not cross: places, numbers of at most two digits, words, runs of signs of an answer.
PIECE = re.compile(r">?r\d|c\d(?= )|\d\d?|[\u1780-\u17ff]+|[^\W\d_\u1780-\u17ff]+|[^\w\s]+|\n|.", re.S)
ANSWER_PIECE = re.compile(r"[^\d\s]+|\d\d?")
CHUNK = re.compile(r"\n|" + SPACE + r"?[^\n" + SPACE + r"]+|" + SPACE)


def pieces(text, pattern):
    """Pieces of a text; a space goes to the piece behind it."""
    gap = ""
    for piece in pattern.findall(text) if pattern is not ANSWER_PIECE else re.findall(r"\s|" + pattern.pattern, text):
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

    def conversation(self, question):
        """Ids of a question as the chat template lays it out, ready for the answer."""
        return [1, START] + self.encode("user\n" + question) + [END] + self.encode("\n") + [START] + self.encode("assistant\n")


def learn(size, samples, seed):
    """Byte-pair merges over drawn questions and answers and the rules' own words."""
    dice, lexicon, counts = random.Random(seed), rows.Words(), collections.Counter()
    for _ in range(samples):
        question, answer = prompts.draw(lexicon, dice)
        counts.update(pieces(question, PIECE))
        counts.update(pieces(answer, ANSWER_PIECE))
    counts.update({SPACE + str(number): 1000 for number in range(1, 100)})
    counts.update(pieces("user\n assistant\n", PIECE))
    tokens = SPECIAL + [f"<0x{byte:02X}>" for byte in range(256)]
    letters = collections.Counter()
    for piece, count in counts.items():
        for sign in piece:
            letters[sign] += count
    tokens += [sign for sign, count in letters.most_common() if count >= 3]
    known = set(tokens)
    parts = {piece: list(piece) for piece in counts if len(piece) > 1}
    pairs, where = collections.Counter(), collections.defaultdict(set)
    for piece, split in parts.items():
        for pair in zip(split, split[1:]):
            pairs[pair] += counts[piece]
            where[pair].add(piece)
    while len(tokens) < size and pairs:
        pair = max(pairs, key=lambda each: (pairs[each], each))
        if pairs[pair] < 3:
            break
        joint = pair[0] + pair[1]
        if joint not in known:
            tokens.append(joint)
            known.add(joint)
        for piece in list(where[pair]):
            split, count, at = parts[piece], counts[piece], 0
            for old in zip(split, split[1:]):
                pairs[old] -= count
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
        del pairs[pair], where[pair]
    return Vocabulary(tokens)


if __name__ == "__main__":
    made = learn(4096, 6000, 11)
    with open("vocabulary.json", "w", encoding="utf-8") as file:
        json.dump(made.tokens, file, ensure_ascii=False)
    dice, lexicon = random.Random(5), rows.Words()
    drawn = [prompts.draw(lexicon, dice) for _ in range(300)]
    print(len(made.tokens), "tokens; question", sum(len(made.encode(q)) for q, _ in drawn) / 300, "answer", sum(len(made.encode(a)) for _, a in drawn) / 300)
    print([made.tokens[i] for i in made.encode(drawn[0][0])][:90], [made.tokens[i] for i in made.encode(drawn[0][1])])
