"""What the damage to synthetic lines is worth: trained weights go on with lines that lack a part of it, and read others that have it all.

    augmentation.py --start start-v12.pt     # docs/recognizer.md: with v7's weights as grow.py then gave them

The weights have seen it all before, so that this shows how soon they forget, and less than what training without it from the start would."""
import argparse
import random
from pathlib import Path

import torch

from ablation import run
from lines import synthesis
from lines.alphabet import encode
from network import trained
from train import measure

PARTS = {"clutter": synthesis.clutter, "photograph": synthesis.photograph}
NONE = {  # the part in the place of which something harmless happens
    "clutter": lambda *_: None,
    "photograph": lambda r, image, tight, box, size, _: PARTS["photograph"](r, image, tight, box, size, 0.0),
}
VARIANTS = {
    "all of it": (),
    "without rules, neighbours, underlines and stamps": ("clutter",),
    "without camera, light, noise and compression": ("photograph",),
    "neither": ("clutter", "photograph"),
}


def drawn(count, seed, level, lacking=()):
    """[(pixels, classes)]: lines without the parts of the damage that are named."""
    for name, part in PARTS.items():
        setattr(synthesis, name, NONE[name] if name in lacking else part)
    r = random.Random(seed)
    made = [synthesis.line(r, level(r)) for _ in range(count)]
    return [(pixels, encode(text)) for pixels, text, _ in made]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--start", type=Path, required=True)
    arguments.add_argument("--lines", type=int, default=8000)
    arguments.add_argument("--dev", type=int, default=600)
    arguments.add_argument("--peak", type=float, default=6e-4)
    a = arguments.parse_args()
    torch.set_num_threads(1)
    hard, clean = drawn(a.dev, 32_002, lambda r: 1.0), drawn(a.dev, 32_003, lambda r: 0.0)
    print("| training lines | code points wrong, hard, % | lines exact, hard, % | code points wrong, clean, % |\n|---|---|---|---|", flush=True)
    for name, lacking in VARIANTS.items():
        model = trained(a.start).to(memory_format=torch.channels_last)
        _, _, error, exact = run(model, drawn(a.lines, 32_001, lambda r: min(1.0, r.random() * 1.25), lacking), hard, a.lines, a.peak, 8400, 48, 1000)
        _, other, _ = measure(model, clean, torch.device("cpu"))
        print(f"| {name} | {100 * error:.1f} | {100 * exact:.0f} | {100 * other:.1f} |", flush=True)


if __name__ == "__main__":
    main()
