"""Labels and their spelling: what serving relies on. Runs on the standard library alone: python3 -m unittest."""
import json
import unittest
from pathlib import Path

from lines.alphabet import ALPHABET, INDEX, decode, encode
from lines.normalisation import clusters, normalise, units

MODELS = Path(__file__).resolve().parents[2] / "models"


def read_escapes(text):
    return text.encode("ascii").decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")


class Labels(unittest.TestCase):
    def test_normalise_vectors_as_published(self):
        with open(MODELS / "khmer-normalisation.tsv", encoding="ascii") as rows:
            pairs = [row.rstrip("\n").split("\t") for row in rows]
        self.assertGreater(len(pairs), 500)
        for source, target in pairs:
            with self.subTest(source):
                self.assertEqual(normalise(read_escapes(source)), read_escapes(target))

    def test_normalise_twice_changes_nothing(self):
        for text in ("ស្រី្ត", "ញាំ៉", "ក្រោយ\u200bបាយ  500 mg", "É\u0301", "្ក", "កេី៉"):
            self.assertEqual(normalise(normalise(text)), normalise(text))

    def test_normalise_keeps_what_means_a_dose(self):
        for text in ("½ cp", "0,5 mg", "≤ 4 g/j", "1-0-1", "10 µg", "2 × 500 mg", "36,7 °C", "- – —", "☐ ☑"):
            self.assertEqual(normalise(text), text)

    def test_normalise_parts_letters_that_are_written_differently(self):
        self.assertNotEqual(normalise("ដ"), normalise("ត"))
        self.assertEqual(normalise("ក្ដ"), normalise("ក្ត"))

    def test_clusters_hold_their_marks(self):
        self.assertEqual(clusters(normalise("ស្ត្រី 5mg")), ["ស្ត្រី", " ", "5", "m", "g"])

    def test_encode_then_decode_gives_the_text(self):
        for text in ("វេជ្ជបញ្ជា", "ថ្ងៃត្រង់ (11-12)", "Paracétamol 500 mg", "aabb 1000", "គ្រាប់ស្រោប"):
            classes = encode(normalise(text))
            apart = [c for pair in zip(classes, [0] * len(classes)) for c in pair]
            self.assertEqual(decode(apart), normalise(text))

    def test_encode_unknown_sign_gives_none(self):
        self.assertIsNone(encode("漢"))

    def test_alphabet_is_normalised_and_without_repeats(self):
        self.assertEqual(len(set(ALPHABET)), len(ALPHABET))
        for unit in INDEX:
            if unit != " ":
                self.assertEqual((unit, len(units(unit))), (normalise(unit), 1))

    def test_alphabet_covers_french_and_the_signs_of_a_sheet(self):
        for sign in "œŒæÆÿ«»éèêëàâçîïôùûüÉÈÊÀÇ½¼¾×≤≥±µ°→✓☐☑–—•%០១២៣៤៥៦៧៨៩៖។ៗ":
            self.assertIn(sign, INDEX)

    def test_published_alphabet_is_this_one(self):
        published = json.loads((MODELS / "recognizer-v12.json").read_text(encoding="utf-8"))
        self.assertEqual(published["alphabet"], ALPHABET)
        self.assertEqual(published["blank"], 0)


if __name__ == "__main__":
    unittest.main()
