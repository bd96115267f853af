#!/usr/bin/python3
"""Trains the assistant's gate: two softmax layers over hashed n-grams (class of the message, language of Latin-script messages).

    OPENBLAS_NUM_THREADS=1 /usr/bin/python3 training/assistant/train.py [--held]

Writes models/assistant-gate-v1.bin.gz and probes for the tests. Prints figures on the two open thirds of the guard set; on the third held apart with --held only.
"""
import csv
import gzip
import hashlib
import json
import pathlib
import struct
import sys
import time

import numpy as np

import message_key
import phrases

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUARDS = ROOT / "tests/Vejja.Language.Tests/Guards/Data"
MODEL = ROOT / "models/assistant-gate-v1.bin.gz"
BUCKETS, EPOCHS, BATCH, RATE, DECAY = 1 << 16, 4, 128, 0.3, 2e-5
TONGUES = ["en", "fr", "km", "other"]


def guard_set():
    with open(GUARDS / "messages.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("# ")), delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        row["held"] = hashlib.sha256(row["text"].encode()).digest()[0] % 3 == 0
    return rows


def tongue(language, text):
    if any(message_key.is_khmer(sign) for sign in text):
        return -1
    return {"en": 0, "fr": 1, "km-latn": 2, "other": 3}.get(language, -1)


class Model:
    def __init__(self, labels):
        self.labels = labels
        self.weights = np.zeros((BUCKETS, len(labels) + len(TONGUES)), np.float32)
        self.bias = np.zeros(len(labels) + len(TONGUES), np.float32)

    def probabilities(self, found):
        scores = self.weights[found].sum(0) / np.sqrt(len(found)) + self.bias
        n = len(self.labels)
        return softmax(scores[None, :n])[0], softmax(scores[None, n:])[0]


def softmax(scores):
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def train(rows, labels, seed):
    model, n = Model(labels), len(labels)
    squares, bias_squares = np.full_like(model.weights, 1e-4), np.full_like(model.bias, 1e-1)
    found = [np.array(message_key.features(message_key.key(text), BUCKETS), np.int64) for _, _, text in rows]
    wanted = np.zeros((len(rows), n + len(TONGUES)), np.float32)
    share = {label: 0 for label in labels}
    for _, label, _ in rows:
        share[label] += 1
    gain = np.ones((len(rows), n + len(TONGUES)), np.float32)
    for i, (language, label, text) in enumerate(rows):
        # Soft targets keep the model from certainty that its few thousand phrases do not carry.
        wanted[i, :n] = 0.02 / n
        wanted[i, labels.index(label)] += 0.98
        gain[i, :n] = min(2.0, (len(rows) / n / share[label]) ** 0.5)
        if (t := tongue(language, text)) >= 0:
            wanted[i, n + t] = 1
        else:
            gain[i, n:] = 0
    order = np.random.default_rng(seed)
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS)
        for batch in np.array_split(order.permutation(len(rows)), len(rows) // BATCH):
            flat, lengths = np.concatenate([found[i] for i in batch]), np.array([len(found[i]) for i in batch])
            starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            scale = 1 / np.sqrt(lengths)[:, None]
            scores = np.add.reduceat(model.weights[flat], starts) * scale + model.bias
            error = np.concatenate([softmax(scores[:, :n]), softmax(scores[:, n:])], 1) - wanted[batch]
            error *= gain[batch]
            rows_of = np.repeat(np.arange(len(batch)), lengths)
            sort = np.argsort(flat, kind="stable")
            touched, first = np.unique(flat[sort], return_index=True)
            gradient = np.add.reduceat((error * scale)[rows_of[sort]], first) + DECAY * model.weights[touched]
            squares[touched] += gradient ** 2
            model.weights[touched] -= rate * gradient / np.sqrt(squares[touched])
            step = error.sum(0)
            bias_squares += step ** 2
            model.bias -= rate * step / np.sqrt(bias_squares)
    return model


def quantise(model):
    """Whole numbers of 8 bits with a scale for each class; what the program reads is what is measured here."""
    scales = np.maximum(np.abs(model.weights).max(0) / 127, 1e-8).astype(np.float32)
    whole = np.rint(model.weights / scales).astype(np.int8)
    model.weights = whole.astype(np.float32) * scales
    names = "\n".join(model.labels + ["language:" + t for t in TONGUES]).encode()
    body = struct.pack("<4sII", b"VJG1", BUCKETS, len(names)) + names + scales.tobytes() + model.bias.tobytes() + whole.tobytes()
    MODEL.write_bytes(gzip.compress(body, 9, mtime=0))


def report(model, rows, name):
    inside = [model.labels.index(label) for label in model.labels if label in phrases.INSIDE]
    due = refused = asked = wrongly = emergencies = missed = exact = 0
    for row in rows:
        p, _ = model.probabilities(message_key.features(message_key.key(row["text"]), BUCKETS))
        answered = p[inside].sum() > 0.5
        exact += model.labels[int(p.argmax())] == row["class"]
        if row["due"] == "answer":
            asked, wrongly = asked + 1, wrongly + (not answered)
        else:
            due, refused = due + 1, refused + (not answered)
        if row["due"] == "emergency":
            emergencies, missed = emergencies + 1, missed + (model.labels[int(p.argmax())] not in phrases.SAFETY)
        if name == "open" and answered != (row["due"] == "answer"):
            print("   ", row["due"], row["class"], model.labels[int(p.argmax())], round(float(p.max()), 2), row["text"])
    print(f"{name}: {refused}/{due} refused where due, {wrongly}/{asked} in-scope refused, {missed}/{emergencies} emergencies under another class, {exact}/{len(rows)} classes exact")


def main():
    begun, rows = time.time(), phrases.messages(7)
    labels = sorted({label for _, label, _ in rows})
    known = {message_key.key(row["text"]) for row in guard_set()}
    rows = [row for row in rows if message_key.key(row[2]) not in known]
    model = train(rows, labels, 7)
    quantise(model)
    print(f"{len(rows)} messages, {len(labels)} classes, {time.time() - begun:.0f} s, {MODEL.stat().st_size / 1024:.0f} KiB")
    report(model, [row for row in guard_set() if not row["held"]], "open")
    if "--held" in sys.argv:
        report(model, [row for row in guard_set() if row["held"]], "held apart")
    probes = [row["text"] for row in guard_set() if not row["held"]][::6]
    with open(GUARDS / "probes.json", "w", encoding="utf-8") as file:
        json.dump([{"text": text, "key": message_key.key(text), "class": [round(float(v), 4) for v in model.probabilities(message_key.features(message_key.key(text), BUCKETS))[0]]}
                   for text in probes], file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
