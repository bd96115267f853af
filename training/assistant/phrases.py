"""Training messages: the phrases of phrases/*.tsv written out, with slots filled, politeness around them, slips of typing, and joined in twos."""
import csv
import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent
MASK = "xmedx"
NAMES = {
    "latin": """Paracetamol Doliprane Amoxicillin Amoxicilline Metformin Metformine Omeprazole Amlodipine Ibuprofen Ibuprofène Augmentin Ciprofloxacin Prednisolone Aspirin
        Panadol Losartan Atorvastatin Salbutamol Ventoline Cetirizine Loratadine Azithromycin Diclofenac Tramadol Codeine Insulin Warfarin Furosemide Bisoprolol Enalapril
        Simvastatin Gabapentin Spasfon Vogalene Smecta Efferalgan Levothyrox Multivitamine Ferrous Metronidazole Cefixime Gliclazide Ranitidine Domperidone Bromhexine
        Vitamin Calcium Zinc Tobrex Betadine Hydrocortisone para amox""".split(),
    "khmer": "ប៉ារ៉ាសេតាមុល ប៉ារ៉ា អាម៉ុកស៊ីលីន អូមេប្រាសូល អ៊ីប៊ុយប្រូហ្វែន មេតហ្វរមីន អាម្លូឌីពីន អាស្ពីរីន វីតាមីនសេ អូម៉ុកស៊ីក្លាវ ទឹកស៊ីរ៉ូ ថ្នាំផ្សះ".split(),
}
BEFORE = {
    "en": ["please ", "hello, ", "hi doctor, ", "excuse me, ", "doctor ", "I want to know ", "can you tell me ", "ok so ", "my mother asks: ", "hey ", "quick question: ", "sorry, ",
           "just came from the clinic. ", "I would like to ask, ", "um ", "dear Vejja, "],
    "fr": ["svp ", "bonjour, ", "docteur, ", "s'il te plaît, ", "dis-moi, ", "excusez-moi, ", "je voudrais savoir ", "euh ", "alors ", "ma mère demande : ", "pardon, ", "une question : ",
           "je sors de chez le médecin. ", "bonsoir "],
    "km": ["បង ", "លោកគ្រូ ", "សូមសួរ ", "ជម្រាបសួរ ", "សូមជួយប្រាប់ ", "បងអើយ ", "ខ្ញុំចង់ដឹងថា ", "ម្តាយខ្ញុំសួរថា ", "អត់ទោស ", "ចង់សួរ ", "អ្នកគ្រូ ", "សួស្តី "],
    "km-latn": ["bong ", "som suo ", "suosdey ", "chong deng ", "kru ", "ot tos ", "lok kru ", "som brab "],
    "mixed": ["ok ", "bong ", "please ", "បង ", "svp "],
    "other": [""],
}
AFTER = {
    "en": [" please", " thanks", " doctor", "??", " asap", " ok", " I'm a bit lost", " can you check", " thank you", "...", " pls", " exactly"],
    "fr": [" svp", " merci", " docteur", " ??", " s'il vous plaît", " merci d'avance", " je suis perdu", " stp", " exactement"],
    "km": ["បង", " ផង", " អរគុណ", "?", " ទៅ", " លោកគ្រូ", " ប្រាប់ផង", "ដែរ", " បាទ", " ចាស"],
    "km-latn": [" bong", " phong", " orkun", "?", " na", " der", " tov"],
    "mixed": [" please", " bong", " ok", "?"],
    "other": ["?", ""],
}
JOINERS = {"en": [" and ", ", ", ". ", " and also ", "? "], "fr": [" et ", ", ", ". ", " et aussi ", " ? "], "km": [" ហើយ", " ", " និង", "? "], "km-latn": [" hery ", ", ", " "],
           "mixed": [" ", ", "], "other": [", "]}
INSIDE = {"what", "dose", "when", "next", "duration", "food", "left", "flag", "visit", "sheet", "how", "reminder", "help", "greeting"}
SAFETY = {"emergency", "self-harm", "poisoning"}


def load():
    """Rows (language, class, phrase)."""
    rows = []
    for file in sorted((HERE / "phrases").glob("*.tsv")):
        with open(file, encoding="utf-8", newline="") as lines:
            rows += [(file.stem, row["class"], row["phrase"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return rows


def write_out(phrase, chance):
    """One message of the phrase: a choice of each (a|b), at any depth."""
    while (found := re.search(r"\(([^()]*)\)", phrase)):
        phrase = phrase[:found.start()] + chance.choice(found.group(1).split("|")) + phrase[found.end():]
    return phrase


def fill(message, chance):
    def name(_):
        if chance.random() < 0.55:
            return MASK
        script = "khmer" if re.search("[\u1780-\u17ff]", message) and chance.random() < 0.6 else "latin"
        chosen = chance.choice(NAMES[script])
        return chosen.lower() if chance.random() < 0.4 else chosen
    message = re.sub(r"\{m\}", name, message)
    return re.sub(r"\{n\}", lambda _: str(chance.choice([2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 24, 30, 50, 100, 500])), message)


SOUNDS = [("qu", "k"), ("ph", "f"), ("ti", "si"), ("è", "e"), ("é", "e"), ("est-ce que", "esk"), ("c'est", "c"), ("ck", "k"), ("th", "t"), ("ou", "u"), ("ea", "e"), ("gh", ""),
          ("tion", "sion"), ("kh", "k"), ("chh", "ch"), ("au", "o"), ("eau", "o"), ("ie", "i"), ("what", "wat"), ("you", "u"), ("your", "ur"), ("before", "b4"), ("when", "wen"),
          ("medicine", "medecin"), ("médicament", "medicamen"), ("comprimé", "conprime"), ("tablet", "tablit"), ("take", "tak"), ("should", "shud"), ("je dois", "jdoi"), ("je peux", "jpe"),
          ("y", "i"), ("ee", "i"), ("oo", "u"), ("ch", "j"), ("v", "w")]
KHMER_SLIPS = [("ឬ", "រឺ"), ("ណា", "នា"), ("ញ៉ាំ", "ញាំ"), ("ញ៉ាំ", "ញុំ"), ("លេប", "លែប"), ("ប៉ុន្មាន", "ប៉ុន្មន"), ("គ្រាប់", "គ្រាប"), ("ថ្ងៃ", "ថៃ"), ("ម៉ោង", "មោង"), ("ឱ្យ", "អោយ"),
               ("ឱ្យ", "ឲ្យ"), ("ក្រោយ", "ក្រោ​យ"), ("នេះ", "នឹង"), ("ទេ", "អត់"), ("សម្រាប់", "សំរាប់"), ("អ្វី", "អី"), ("អ្វីខ្លះ", "អីខ្លះ"), ("ខ្ញុំ", "ខ្ញំ"), ("វេជ្ជបញ្ជា", "វេជបញ្ជា"), ("ជំងឺ", "ជម្ងឺ"),
               ("ភ្លេច", "ភ្លិច"), ("ត្រូវ", "ត្រូ"), ("់", ""), ("៉", ""), ("ពេល", "ពែល"), ("បានទេ", "បានអត់"), ("ដកដង្ហើម", "ដកដង្ហេីម")]


def slip(message, language, chance):
    """One to three slips of typing or of spelling by ear."""
    if language in ("km",) or re.search("[\u1780-\u17ff]", message):
        for _ in range(chance.randint(1, 2)):
            old, new = chance.choice(KHMER_SLIPS)
            message = message.replace(old, new)
        return message
    for _ in range(chance.randint(1, 3)):
        if chance.random() < 0.5:
            old, new = chance.choice(SOUNDS)
            message = message.replace(old, new)
            continue
        places = [i for i in range(1, len(message) - 1) if message[i].isalpha() and message[i - 1].isalpha()]
        if not places:
            break
        at = chance.choice(places)
        kind = chance.random()
        if kind < 0.4:
            message = message[:at] + message[at + 1:]
        elif kind < 0.6:
            message = message[:at] + message[at] + message[at:]
        elif kind < 0.8:
            message = message[:at] + message[at + 1] + message[at] + message[at + 2:]
        else:
            message = message[:at] + chance.choice("aeiounst") + message[at + 1:]
    return message


def dressed(message, language, chance):
    if chance.random() < 0.22:
        message = chance.choice(BEFORE[language]) + message
    if chance.random() < 0.18:
        message += chance.choice(AFTER[language])
    if chance.random() < 0.35:
        message = slip(message, language, chance)
    return message


def messages(seed, each=14):
    """Rows (language, class, message): up to `each` writings of a phrase, then joined ones."""
    chance = random.Random(seed)
    by_class, rows = {}, []
    for language, label, phrase in load():
        writings = {write_out(phrase, chance) for _ in range(each * 2)}
        for writing in sorted(writings)[:each]:
            message = fill(writing, chance)
            by_class.setdefault((language, label), []).append(message)
            rows.append((language, label, dressed(message, language, chance)))
            if len(writings) < 5:
                rows.append((language, label, slip(fill(writing, chance), language, chance)))
                rows.append((language, label, dressed(fill(writing, chance), language, chance)))
    # Two answerable questions stay answerable; one with something else beside it takes the other's class.
    for language in ("en", "fr", "km", "km-latn"):
        inside = [(label, m) for (lang, label), ms in by_class.items() if lang == language and label in INSIDE for m in ms]
        outside = [(label, m) for (lang, label), ms in by_class.items() if lang == language and label not in INSIDE and label != "off-topic" for m in ms]
        for _ in range(700 if language != "km-latn" else 250):
            (label, first), (_, second) = chance.choice(inside), chance.choice(inside)
            rows.append((language, label, first.rstrip("?. ") + chance.choice(JOINERS[language]) + second))
        for _ in range(1300 if language != "km-latn" else 500):
            (_, first), (label, second) = chance.choice(inside), chance.choice(outside)
            pair = (first, second) if chance.random() < 0.6 else (second, first)
            rows.append((language, label, pair[0].rstrip("?. ") + chance.choice(JOINERS[language]) + pair[1]))
        for _ in range(300):
            (label, first), (_, second) = chance.choice([pair for pair in inside if pair[0] != "greeting"]), chance.choice([pair for pair in inside if pair[0] == "greeting"])
            rows.append((language, label, second + " " + first))
    # Two languages in one message: the first half of one with the second half of another, of one class.
    labels = sorted({label for _, label in by_class})
    for label in labels:
        sources = [lang for lang in ("en", "fr", "km", "km-latn") if (lang, label) in by_class]
        for _ in range(90 if len(sources) > 1 else 0):
            one, two = chance.sample(sources, 2)
            first, second = chance.choice(by_class[one, label]), chance.choice(by_class[two, label])
            words = second.split(" ")
            rows.append(("mixed", label, first + " " + " ".join(words[len(words) // 2:])))
    chance.shuffle(rows)
    return rows


if __name__ == "__main__":
    import collections
    made = messages(1)
    print(len(load()), "phrases,", len(made), "messages", collections.Counter(row[0] for row in made))
    print(collections.Counter(row[1] for row in made))
