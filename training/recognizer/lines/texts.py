"""What a line says: drug names, sigs by grammar in three languages, table cells, headers, key and value, numbers, codes,
words, and random legal Khmer syllables. Every function takes the random source first and gives plain text."""
import random

from . import words
from .alphabet import ALPHABET, COENGS, KHMER_CONSONANTS, KHMER_DIGITS, KHMER_INDEPENDENT, KHMER_PUNCTUATION
from .normalisation import COENG, is_khmer, normalise, units

KHMER_NUMERALS = str.maketrans("0123456789", KHMER_DIGITS)
FRACTIONS = ["½", "¼", "¾", "⅓", "⅔", "1/2", "1/4", "3/4", "1½", "2½", "1 ½", "0.5", "0,5", "1.5", "1,5", "1 1/2", "2.5"]
DASHES = ["-"] * 12 + ["–"] * 2 + ["—"] * 2
UNITS = ["mg", "mg", "mg", "mg", "g", "ml", "mL", "µg", "mcg", "UI", "IU", "MUI", "kg", "%", "mmol", "mEq", "mg/ml", "mg/5ml",
         "mg/5 mL", "UI/ml", "mg/kg", "µg/dose", "cm", "mm", "cl", "L", "l", "g/l", "mg/dl", "mmol/L"]
STRENGTHS = ["1", "2", "2.5", "2,5", "4", "5", "10", "12.5", "15", "20", "25", "30", "37.5", "40", "50", "75", "80", "100", "120", "125",
             "150", "160", "200", "250", "300", "325", "400", "500", "600", "625", "650", "750", "800", "850", "875", "1000", "1200",
             "0.5", "0,5", "0.25", "0,25", "0.1", "0.05", "0,9", "1.5", "5/160", "500/125", "875/125", "100 000", "1 000 000", "10/20"]
FORMS = ["cp", "cps", "cpr", "comp", "comprimé", "comprimés", "gél", "gélule", "gélules", "caps", "capsule", "capsules", "tab", "tabs",
         "tablet", "tablets", "Tab.", "Cap.", "Inj.", "Syr.", "fl", "flacon", "amp", "ampoule", "susp", "sirop", "syrup", "sachet", "sach",
         "suppo", "suppositoire", "collyre", "crème", "pommade", "gel", "drops", "gouttes", "gttes", "spray", "inhaler", "patch", "LP",
         "SR", "XR", "comprimé effervescent", "cp séc", "cp pelliculé", "bouff", "pulv", "ointment", "vial", "solution", "poudre",
         "CP", "CPR", "GEL", "TAB", "CAP", "SIROP", "INJ", "AMP", "B/10", "Bt/30", "FL/100ml"]
ROUTES = ["PO", "IV", "IM", "SC", "PO", "PO", "po", "p.o.", "per os", "IVD", "SL", "PR", "PV", "inh", "voie orale", "local", "P.O", "IR", "AR", "NS"]

FR_DOSE = ["1 cp", "2 cp", "1 comprimé", "2 comprimés", "un comprimé", "½ cp", "1 gélule", "1 gél", "2 gélules", "1 sachet", "1 c. à s.", "1 c. à c.", "1 càs",
           "2 càc", "5 ml", "10 ml", "2,5 ml", "20 gouttes", "1 suppo", "1 application", "2 bouffées", "1 amp", "1/2 cp", "¼ cp", "1 cp ½", "1 dose-poids",
           "10 UI", "15 gttes", "une cuillère à café", "deux gélules", "1 pulvérisation", "1 injection", "1 patch", "1 ovule"]
FR_WHEN = ["matin et soir", "matin, midi et soir", "le matin", "le soir", "à midi", "au coucher", "3 fois par jour", "2 fois/jour", "x 3/j", "x2/j", "1 fois par jour",
           "toutes les 8 heures", "toutes les 6 h", "toutes les 4 à 6 heures", "le matin à jeun", "matin midi soir", "M-M-S", "1-0-1", "1 - 0 - 1", "1 jour sur 2",
           "une fois par semaine", "le lundi", "par jour", "à 8 h et 20 h", "après-midi", "la nuit", "toutes les 12 heures", "deux fois par jour", "/ 8h", "x 4/jour"]
FR_MEAL = ["avant les repas", "après les repas", "pendant les repas", "à jeun", "au milieu du repas", "en mangeant", "30 min avant le repas", "à distance des repas",
           "après le repas", "avant le petit-déjeuner", "au dîner", "au déjeuner", "au goûter"]
FR_FOR = ["pendant 7 jours", "pendant 5 j", "pdt 10 jours", "x 7 j", "durant 2 semaines", "pendant 1 mois", "QSP 1 mois", "QSP 7 jours", "QSP 3 mois", "J1 à J5",
          "puis arrêt", "à renouveler 2 fois", "pendant six jours", "pour 14 jours", "qsp 28 jours", "AR 3 fois"]
FR_IF = ["si besoin", "en cas de douleur", "si douleur", "en cas de fièvre", "si T° > 38,5°C", "sans dépasser 4 g/j", "max 3/j", "si nausées", "en cas de crise",
         "sans dépasser 6 cp par jour", "si fièvre ≥ 38 °C", "en cas de démangeaisons", "dès les premiers signes", "si toux", "maximum 4 par jour"]
EN_DOSE = ["1 tab", "2 tabs", "1 tablet", "one tablet", "two capsules", "1 cap", "5 ml", "10 mL", "half a tablet", "½ tab", "1-2 tablets", "1/2 tab", "2 puffs", "1 drop",
           "2 drops", "1 sachet", "1 spoonful", "one and a half tablets", "1 amp", "10 units", "Take 1 tablet", "Take 2 capsules", "Apply", "Inhale 2 puffs",
           "Instil 1 drop", "Inject 10 units", "Chew 1 tablet", "Take one tablet", "15 mL", "1 suppository", "2.5 ml", "1 teaspoonful", "Give 5 mL"]
EN_WHEN = ["OD", "BD", "TDS", "QID", "bid", "tid", "qid", "od", "bd", "tds", "once daily", "twice daily", "twice a day", "three times a day", "every 8 hours", "q8h",
           "q6h", "q12h", "every 4-6 hours", "at night", "in the morning", "at bedtime", "morning and evening", "1-0-1", "1-1-1", "0-0-1", "1+0+1", "nocte", "mane",
           "hs", "stat", "q4-6h", "every other day", "once a week", "on Mondays", "weekly", "daily", "4 times daily", "qds", "1-0-1-0", "every morning", "at 8 am"]
EN_MEAL = ["after meals", "before meals", "with food", "pc", "ac", "after food", "before food", "with meals", "on an empty stomach", "before breakfast", "after dinner",
           "30 minutes before meals", "with plenty of water", "p.c.", "a.c."]
EN_FOR = ["for 7 days", "x 7 days", "x 30/7", "for 5 days", "x 2/52", "for 1 month", "x 10d", "for two weeks", "5/7", "#30", "#14", "Refills: 2", "until finished", "for 3/12",
          "x 14 days", "#21 (twenty-one)", "No refills", "30 days"]
EN_IF = ["prn", "as needed", "when required", "if needed for pain", "for pain", "for fever", "SOS", "up to 4 times a day", "max 8 in 24 hours", "if temp > 38.5 °C",
         "as needed for cough", "as directed", "mdu", "prn pain", "for nausea", "by mouth", "to both eyes", "to the affected area", "PO", "IM", "IV"]
KM_UNIT = ["គ្រាប់"] * 8 + ["គ្រាប់ស្រោប", "គ្រាប់ស្រោប", "កាប់ស៊ុល", "គ្រាប់សំប៉ែត", "អំពូល", "ដប", "បន្ទះ", "ប្រអប់", "កញ្ចប់", "មីលីលីត្រ", "មីលីក្រាម", "ស្លាបព្រា",
                           "ស្លាបព្រាកាហ្វេ", "ស្លាបព្រាបាយ", "ដំណក់", "ថង់", "បំពង់", "ថ្នាំ", "សេសេ", "កូនស្លាបព្រា"]
KM_VERB = ["លេប", "ចាក់", "ទំពារ", "លាប", "បាញ់", "ប្រើ", "ផឹក", "បន្តក់", "លេបថ្នាំ", "ញ៉ាំ", "បឺត", "សុល"]
KM_TIME = ["ព្រឹក", "ថ្ងៃត្រង់", "ថ្ងៃ", "រសៀល", "ល្ងាច", "យប់", "ពេលព្រឹក", "ពេលល្ងាច", "ពេលយប់", "ពេលថ្ងៃ", "ព្រឹក ល្ងាច", "ព្រឹក-ថ្ងៃ-ល្ងាច", "ព្រឹក និងល្ងាច", "មុនចូលគេង",
           "ព្រឹក ថ្ងៃត្រង់ ល្ងាច", "រៀងរាល់ព្រឹក", "រៀងរាល់ ៦ម៉ោង", "ម៉ោង ៨ ព្រឹក"]
KM_MEAL = ["ក្រោយបាយ"] * 4 + ["មុនបាយ", "មុនបាយ", "ក្រោយអាហារ", "បន្ទាប់ពីអាហារ", "មុនអាហារ", "ពេលបាយ", "ជាមួយអាហារ", "ពេលពោះទទេ", "ក្រោយអាហារភ្លាម", "មុនបាយ ៣០នាទី",
                            "ក្រោយបាយ ១ម៉ោង", "ពេលឈឺ", "តាមតម្រូវការ", "ពេលត្រូវការ", "ពេលក្តៅខ្លួន", "ពេលក្អក", "ពេលរាក"]
KM_LABEL = ["ឈ្មោះ", "ឈ្មោះអ្នកជំងឺ", "អាយុ", "ភេទ", "លេខកូដ", "រោគវិនិច្ឆ័យ", "ផ្នែក", "ថ្ងៃទី", "កាលបរិច្ឆេទ", "វេជ្ជបណ្ឌិត", "វេជ្ជ.", "អាសយដ្ឋាន", "លេខទូរស័ព្ទ", "ទម្ងន់", "កម្ពស់",
            "សម្ពាធឈាម", "សីតុណ្ហភាព", "ជីពចរ", "ថ្ងៃណាត់", "ប្រភេទបង់ប្រាក់", "បន្ទប់លេខ", "មន្ទីរពេទ្យ", "គ្លីនិក", "ឱសថស្ថាន", "គ្រូពេទ្យព្យាបាល", "ទូរស័ព្ទ", "ល.រ", "សរុប", "ចំនួន", "រយៈពេល",
            "មុខរបរ", "សញ្ជាតិ", "ភូមិ", "ឃុំ", "ស្រុក", "ខេត្ត", "ផ្ទះលេខ", "ផ្លូវលេខ"]
FR_LABEL = ["Nom", "Prénom", "Âge", "Sexe", "Date", "Poids", "Taille", "TA", "T°", "Diagnostic", "Adresse", "Tél", "N° dossier", "Dr", "Pouls", "FC", "SpO2", "Né(e) le",
            "Médecin", "Service", "Lit", "Chambre", "DDN", "Rendez-vous", "Ordonnance N°", "Le", "Fait le", "Réf", "R.D.V", "Dc", "Quantité", "Durée"]
EN_LABEL = ["Name", "Patient name", "Age", "Sex", "Gender", "Date", "Weight", "Height", "BP", "Temp", "Diagnosis", "Address", "Phone", "Tel", "HN", "ID", "Doctor", "Dr.",
            "Pulse", "P", "RR", "SpO2", "DOB", "Ward", "Next visit", "Rx", "No.", "Total", "QTY", "U/D", "NoD", "Refills", "Room", "Code", "Visit No", "Allergy"]
SURNAMES = ["Sok", "Chan", "Dara", "Sopheap", "Bopha", "Vannak", "Srey Mom", "Kim", "Heng", "Ly", "Chea", "Sophea", "Rithy", "Pisey", "Phally", "Samnang", "Kosal", "Visal",
            "Martin", "Dupont", "Lefèvre", "Moreau", "Gérard", "François", "Hélène", "Zoé", "Chloé", "Smith", "Johnson", "Brown", "Taylor", "O'Connor", "Nguyen", "Meas",
            "Keo", "Prak", "Sar", "Noun", "Yim", "Tep", "Ouk", "Chhay", "Sreyneang", "Makara", "Veasna", "Thida", "Sothea", "Chenda", "Ratanak"]
PREFIXES = ("a ab aci al am ami an anti ar as at ator aza ba be ben bi bu butyl cal cap car ce cef chlor ci clo co cy da de des dexa di dia dom dox e en ep er es eso et fe fen flu "
            "for fu gaba gli gly ha hy hydro ibu in iso ke la le levo li lo lor lu ma me met methyl mi mo mon na ne ni nor o ol ome on ox pa pan para pe phen pi pra pre pro "
            "py que ra ri ro ros sa se ser si so sul ta te ter thio ti tra tri ur va ve vil xy za zi zol").split()
MIDDLES = ("ba be bi bo bu ca ce ci co cu da de di do du fa fe fi fo fu ga ge gi glu ha he hi ka la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po pra pro ra re ri ro ru sa se "
           "si so sta su ta te thi ti to tra tri tu va ve vi vo xa xi xo za ze zi zo scopol benz phyll quin").split()
ENDINGS = ("pril olol artan ipine statine statin azole prazole cycline cilline cillin mycine mycin floxacine floxacin oxacin amide zide ide idone one sone solone lone olone amine ine "
           "in tidine azine azepam zolam pam profène profen fenac coxib triptan gliptine gliptin gliflozin formine ate al an ane ol il ir vir udine avir mab nib ène ium axine étine "
           "afil setron sétron dopa caine caïne thiazide farine parine parin max fort plus dol gan rex cef vit zol tab mox gyl spas cold").split()
# what a letter's lower half of a Khmer cluster may hold, written as the fonts can draw it
VOWELS = ["", "", "", "", "ា", "ា", "ិ", "ី", "ឹ", "ឺ", "ុ", "ូ", "ួ", "ើ", "ឿ", "ៀ", "េ", "ែ", "ៃ", "ោ", "ៅ", "ុំ", "ំ", "ាំ", "ះ", "ុះ", "េះ", "ោះ", "ៈ"]
SCATTERED = [u for u in ALPHABET if len(u) == 1 and not is_khmer(u) and u != " "] + list(KHMER_DIGITS + KHMER_PUNCTUATION + KHMER_INDEPENDENT)
SHIFTED = {"៉": "ងញបមយរវន", "៊": "សហអបត"}
TAIL_SIGNS = ["់", "់", "់", "៍", "៍", "័", "៏", "៎"]


def pick(r, *options):
    return r.choice(options)


def number(r):
    return pick(r, str(r.randint(0, 9)), str(r.randint(0, 9)), str(r.randint(10, 99)), str(r.randint(100, 999)), str(r.randint(0, 99999)),
                f"{r.randint(0, 99)}{r.choice('.,')}{r.randint(0, 99)}", f"{r.randint(1, 999)} {r.randint(0, 999):03}",
                f"{r.randint(1, 9)}-{r.randint(1, 12)}", f"{r.randint(1, 31)}/{r.randint(1, 12)}", r.choice(FRACTIONS))


def maybe_khmer_digits(r, text, share=0.25):
    return text.translate(KHMER_NUMERALS) if r.random() < share else text


def name_of_drug(r, test):
    if r.random() < (0.62 if not test else 0.8):
        name = r.choice(words.drugs(test))
    else:
        name = r.choice(PREFIXES) + "".join(r.choice(MIDDLES) for _ in range(r.choice((0, 1, 1, 2, 2)))) + r.choice(ENDINGS)
        name = name.capitalize()
    p = r.random()
    return name.upper() if p < 0.22 else name.lower() if p < 0.28 else name


def strength(r):
    gap = r.choice(("", " ", " ", ""))
    amount = r.choice(STRENGTHS) if r.random() < 0.75 else number(r)
    unit = r.choice(UNITS)
    p = r.random()
    if p < 0.06:
        return f"{amount}{gap}{unit}/{r.choice(('5', '10', '1', '100'))}{gap}{r.choice(('ml', 'mL', 'h', 'dose'))}"
    if p < 0.1:
        return f"{amount}{gap}{unit} + {r.choice(STRENGTHS)}{gap}{unit}"
    if p < 0.14:
        return f"({amount}{gap}{unit})"
    return f"{amount}{gap}{unit}"


def drug(r, test):
    name = name_of_drug(r, test)
    p = r.random()
    if p < 0.3:
        return name
    if p < 0.62:
        return f"{name} {strength(r)}"
    if p < 0.72:
        return f"{name} {strength(r)} {r.choice(FORMS)}"
    if p < 0.78:
        return f"{r.choice(FORMS)} {name} {strength(r)}"
    if p < 0.86:
        return f"{r.randint(1, 12)}{r.choice(').-/°')} {name} {strength(r)}"
    if p < 0.9:
        return f"{name} {strength(r)} {r.choice(FORMS)} : {french_sig(r)}"
    if p < 0.95:
        return f"{name}{strength(r)}"
    return f"{name} {strength(r)} ({r.randint(1, 90)} {r.choice(FORMS)})"


def french_sig(r):
    parts = [r.choice(FR_DOSE)]
    for options, share in ((FR_WHEN, 0.85), (FR_MEAL, 0.3), (FR_FOR, 0.4), (FR_IF, 0.25)):
        if r.random() < share:
            parts.append(r.choice(options))
    return r.choice((" ", " ", " ", ", ")).join(parts)


def english_sig(r):
    parts = [r.choice(EN_DOSE)]
    for options, share in ((EN_WHEN, 0.85), (EN_MEAL, 0.3), (EN_FOR, 0.4), (EN_IF, 0.3)):
        if r.random() < share:
            parts.append(r.choice(options))
    return " ".join(parts)


def khmer_count(r):
    n = maybe_khmer_digits(r, pick(r, str(r.randint(1, 9)), str(r.randint(1, 9)), str(r.randint(10, 60)), r.choice(FRACTIONS)), 0.2)
    return n + r.choice((" ", " ", "")) + r.choice(KM_UNIT)


def khmer_sig(r):
    n = maybe_khmer_digits(r, str(r.randint(1, 6)), 0.4)
    parts = []
    if r.random() < 0.5:
        parts.append(r.choice(KM_VERB))
    parts.append(khmer_count(r) if r.random() < 0.8 else "កន្លះ" + r.choice(KM_UNIT))
    if r.random() < 0.4:
        parts.append(pick(r, f"{n} ដងក្នុងមួយថ្ងៃ", f"{n}ដង/១ថ្ងៃ", f"ក្នុងមួយថ្ងៃ {n}ដង", f"{n} ដង", f"ថ្ងៃ {n} ដង", f"ម្តង {n} គ្រាប់"))
    if r.random() < 0.5:
        parts.append(r.choice(KM_TIME))
    if r.random() < 0.5:
        parts.append(r.choice(KM_MEAL))
    if r.random() < 0.25:
        parts.append(pick(r, f"រយៈពេល {n} ថ្ងៃ", f"រយៈពេល{n}សប្តាហ៍", f"{n} ថ្ងៃ", f"{n} ខែ", f"ចំនួន {n} ថ្ងៃ"))
    return r.choice((" ", " ", " ", "")).join(parts)


def cell(r, test):
    """The short contents of a table's cells; lone digits and dashes far more often than text would give them."""
    p = r.random()
    if p < 0.24:
        return maybe_khmer_digits(r, str(r.randint(0, 9)) if r.random() < 0.8 else str(r.randint(10, 99)), 0.12)
    if p < 0.34:
        return r.choice(DASHES)
    if p < 0.42:
        return r.choice(FRACTIONS)
    if p < 0.62:
        return khmer_count(r)
    if p < 0.68:
        return khmer_count(r) + " " + r.choice(KM_MEAL)
    if p < 0.74:
        return r.choice(KM_UNIT) + " " + r.choice(KM_MEAL)
    if p < 0.78:
        return r.choice(KM_MEAL + KM_TIME)
    if p < 0.84:
        return r.choice(ROUTES)
    if p < 0.88:
        a = r.randint(1, 12)
        return pick(r, f"({a}-{a + 2})", f"({a:02}-{a + 1:02})", f"{r.choice(KM_TIME)} ({a}-{a + 1})", f"({a}h-{a + 1}h)")
    if p < 0.9:
        return r.choice(("☐", "☑", "☒", "✓", "✓", "×", "x", "X", "+", "•", "*", "→", "0", "☐ ☐", "/"))
    if p < 0.95:
        return strength(r)
    return pick(r, f"{r.randint(1, 60)} {r.choice(FORMS)}", f"{r.randint(1, 9)} x {r.randint(1, 4)}", f"{r.randint(1, 9)}j", f"{r.randint(1, 30)} jours",
                f"{r.randint(1, 30)} days", f"x{r.randint(1, 9)}", f"{r.randint(1, 4)}×/j", f"{r.randint(1, 9)}.", f"{r.randint(1, 9)})")


def date(r):
    d, m, y = r.randint(1, 31), r.randint(1, 12), r.randint(1940, 2031)
    text = pick(r, f"{d:02}/{m:02}/{y}", f"{d:02}-{m:02}-{y}", f"{d}/{m}/{y % 100:02}", f"{d:02}.{m:02}.{y}", f"{y}-{m:02}-{d:02}",
                f"{d:02}/{m:02}/{y} {r.randint(0, 23)}:{r.randint(0, 59):02}", f"{r.randint(0, 23)}h{r.randint(0, 59):02}", f"{r.randint(1, 12)}:{r.randint(0, 59):02} {r.choice(('AM', 'PM', 'am'))}")
    if r.random() < 0.25:
        return pick(r, f"ថ្ងៃទី {d} ខែ {m} ឆ្នាំ {y}", f"ថ្ងៃទី{d}ខែ{m}ឆ្នាំ{y}", f"រាជធានីភ្នំពេញ,ថ្ងៃទី {text}", f"ថ្ងៃទី {text}").translate(
            KHMER_NUMERALS if r.random() < 0.4 else {})
    return maybe_khmer_digits(r, text, 0.12)


def code(r):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    alphabet = r.choice((letters, letters + "0123456789", "0123456789", "0123456789", letters.lower() + "0123456789", letters + letters.lower()))
    groups = ["".join(r.choice(alphabet) for _ in range(r.randint(1, 8))) for _ in range(r.choice((1, 1, 2, 2, 3)))]
    return r.choice(("-", "-", "/", "", ".", " ", "_")).join(groups)


def phone(r):
    a, b, c = r.randint(10, 99), r.randint(100, 999), r.randint(100, 9999)
    text = pick(r, f"0{a} {b} {c}", f"0{a}-{b}-{c}", f"(+855) {a} {b} {c}", f"+855 {a} {b} {c}", f"0{a} {b} {c} / 0{r.randint(10, 99)} {r.randint(100, 999)} {r.randint(100, 999)}",
                f"Tél : 0{a} {b} {c}", f"023 {b} {c}", f"0{a}.{b}.{c}")
    return maybe_khmer_digits(r, text, 0.15)


LOOK_ALIKES = ["0Oo", "1lI|", "5S", "8B", "2Z", "6G", "µu", "½¼¾%", "≤<", "≥>", "×xX*", "-–—", "°o", ".,", ":;", "ÉE", "éèêeë", "àâa", "ùûu", "çc", "œæ", "'\"", "([{", ")]}", "•·.", "÷+±", "→-", "²2", "☐☒☑✓"]


def scatter(r):
    """Signs without sense: the rare ones, and groups that are easily taken for one another."""
    p = r.random()
    if p < 0.45:
        group = r.choice(LOOK_ALIKES)
        return "".join(r.choice(group if r.random() < 0.6 else "0123456789abcdefgmul ") for _ in range(r.randint(1, 9)))
    if p < 0.6:
        return " ".join(r.choice(SCATTERED) for _ in range(r.randint(1, 5)))
    return "".join(r.choice(SCATTERED) if r.random() < 0.8 else " " for _ in range(r.randint(2, 12)))


def signs(r, test):
    """A short line as a sheet would have it, with one or more of the signs that are rare in other text and dangerous to misread."""
    n = lambda: str(r.randint(1, 999))  # noqa: E731
    return r.choice((
        lambda: f"½ {r.choice(FORMS)}", lambda: f"½ {r.choice(KM_UNIT)}", lambda: f"{r.randint(1, 4)}½ cp × {r.randint(1, 4)}/j", lambda: "½",
        lambda: f"≤ {n()} {r.choice(UNITS)}", lambda: f"≤{n()} µg", lambda: f"{n()} µg", lambda: f"{n()}µg × {r.randint(1, 4)}", lambda: f"{n()} µg/dose ≤ {r.randint(1, 8)}/j",
        lambda: f"{r.choice(FRACTIONS)} {r.choice(FORMS)}", lambda: f"{r.choice(FRACTIONS)}{r.choice(KM_UNIT)}", lambda: f"≥ {n()} {r.choice(UNITS)}", lambda: f"{n()} ± {r.randint(1, 9)} %",
        lambda: f"{r.choice('☐☑☒✓•→')} {r.choice(EN_MEAL + FR_MEAL + KM_MEAL)}", lambda: f"{r.randint(35, 40)},{r.randint(0, 9)} °C", lambda: f"{r.choice('¼¾⅓⅔½')}", lambda: f"{n()} {r.choice('–—→')} {n()}",
        lambda: f"{r.randint(1, 9)} × {r.randint(1, 9)}", lambda: f"½ × {r.randint(1, 4)}/j", lambda: f"× {n()}", lambda: f"{name_of_drug(r, test)} {n()} µg"))()


def vital(r):
    return pick(r, f"TA:{r.randint(8, 20)}0/{r.randint(5, 11)}0 mmHg", f"TA : {r.randint(8, 20)}/{r.randint(5, 11)}", f"P:{r.randint(50, 140)} /min", f"T°: {r.randint(35, 40)},{r.randint(0, 9)}°C",
                f"T° {r.randint(35, 40)}.{r.randint(0, 9)} °C", f"SpO2: {r.randint(80, 100)}%", f"BP {r.randint(90, 190)}/{r.randint(50, 110)}", f"Poids : {r.randint(3, 110)} kg",
                f"{r.randint(3, 110)}kg", f"FR: {r.randint(12, 40)}/min", f"IMC {r.randint(15, 40)},{r.randint(0, 9)} kg/m²", f"{r.randint(1, 99)} ឆ្នាំ", f"Glyc: {r.randint(50, 400)} mg/dl",
                f"{r.randint(1, 20)},{r.randint(0, 9)} × 10³/mm³", f"≥ {r.randint(1, 200)} {r.choice(UNITS)}", f"≤ {r.randint(1, 200)} {r.choice(UNITS)}", f"{r.randint(1, 99)} ± {r.randint(1, 9)}",
                f"HbA1c = {r.randint(5, 14)}.{r.randint(0, 9)} %", f"{r.randint(1, 200)} µg", f"{r.randint(1, 20)} µmol/L", f"Hb: {r.randint(5, 17)}.{r.randint(0, 9)} g/dl", f"> {r.randint(1, 200)}",
                f"< {r.randint(1, 200)} {r.choice(UNITS)}", f"{r.randint(1, 9)} → {r.randint(1, 9)}", f"• {r.choice(EN_DOSE)}", f"☐ {r.choice(EN_MEAL)}", f"☑ {r.choice(FR_MEAL)}", f"✓ {r.choice(KM_TIME)}",
                f"{r.randint(1, 90)},{r.randint(0, 9)}{r.randint(0, 9)} €", f"${r.randint(1, 90)}.{r.randint(0, 99):02}", f"{r.randint(1, 90)}000 ៛", f"{r.choice(FRACTIONS)} × {r.randint(1, 5)}/j")


def person(r):
    name = " ".join(r.sample(SURNAMES, 2))
    return r.choice(("", "", "Dr ", "Dr. ", "Pr ", "M. ", "Mme ", "Mr. ", "Mrs. ")) + (name.upper() if r.random() < 0.35 else name)


def field(r, test):
    label = r.choice(r.choice((KM_LABEL, KM_LABEL, FR_LABEL, EN_LABEL)))
    value = pick(r, lambda: person(r), lambda: date(r), lambda: code(r), lambda: vital(r), lambda: phone(r), lambda: khmer_words(r, test, r.randint(1, 4)),
                 lambda: pick(r, "ប្រុស", "ស្រី", "M", "F", "Masculin", "Féminin", "Male", "Female"), lambda: f"{r.randint(1, 99)} {r.choice(('ឆ្នាំ', 'ans', 'years', 'y', 'mois', 'ខែ'))}",
                 lambda: phrase(r, test))()
    return label + r.choice((" : ", ": ", ":", " ", " :", " ......... ", "…… ")) + value


def phrase(r, test):
    options = r.choice(("english", "french", "khmer", "khmer"))
    text = r.choice(words.phrases(options))
    return text.upper() if options != "khmer" and r.random() < 0.2 else text


def latin_words(r, test, count, language=None):
    source = words.latin(language or r.choice(("french", "french", "english")), test)
    chosen = [r.choice(source) for _ in range(count)]
    p = r.random()
    if p < 0.2:
        return " ".join(chosen).upper()
    if p < 0.45:
        chosen[0] = chosen[0].capitalize()
    if p > 0.8 and count > 1:
        i = r.randrange(count)
        chosen[i] = pick(r, f"({chosen[i]})", f"«{chosen[i]}»", f"« {chosen[i]} »", f'"{chosen[i]}"', f"{chosen[i]},", f"{chosen[i]};", f"{chosen[i]}.", f"{chosen[i]} :", f"{chosen[i]}!", f"{chosen[i]}?",
                         f"{chosen[i]}/{r.choice(source)}", f"[{chosen[i]}]", f"{chosen[i]}_{number(r)}", f"{chosen[i]} {r.choice('&+=@#*|')} {number(r)}", f"{chosen[i]}-{r.choice(source)}")
    return " ".join(chosen)


def khmer_words(r, test, count):
    source = words.khmer(test)
    text = ""
    for i in range(count):
        text += r.choice(source) if r.random() < 0.88 else r.choice(words.phrases("khmer"))
        if i + 1 < count and r.random() < 0.3:
            text += r.choice((" ", " ", " ", " ", "-", "៖ ", "។ ", ", ", "/", " (", ") "))
    if r.random() < 0.1:
        text += r.choice(("។", "ៗ", "៖", "។ល។", "!", "?", ".", "៕"))
    return text


def syllable(r):
    """A random legal Khmer syllable: every base with every coeng, vowel and sign, so that rare clusters are seen."""
    base = r.choice(KHMER_CONSONANTS) if r.random() < 0.96 else r.choice(KHMER_INDEPENDENT)
    text = base
    if base in KHMER_CONSONANTS:
        if r.random() < 0.45:
            text += r.choice(COENGS)
            if r.random() < 0.12:
                text += COENG + r.choice("រយវល")
        elif r.random() < 0.15:
            for shifter, bases in SHIFTED.items():
                if base in bases:
                    text += shifter
        text += r.choice(VOWELS)
        if r.random() < 0.15:
            text = base + "៌" + text[1:] if r.random() < 0.15 else text + r.choice(KHMER_CONSONANTS) + r.choice(TAIL_SIGNS)
    return text


def syllables(r, count):
    return "".join(syllable(r) + (" " if r.random() < 0.12 else "") for _ in range(count))


def mixed(r, test):
    parts = [pick(r, lambda: khmer_words(r, test, r.randint(1, 2)), lambda: name_of_drug(r, test), lambda: strength(r), lambda: khmer_count(r), lambda: number(r),
                  lambda: latin_words(r, test, 1), lambda: date(r), lambda: r.choice(KM_MEAL))() for _ in range(r.randint(2, 4))]
    return r.choice((" ", " ", " ", " - ", ", ", " / ", ": ")).join(parts)


KINDS = [  # (share, name, text of that kind)
    (13, "cell", cell),
    (11, "drug", drug),
    (4, "french sig", lambda r, test: french_sig(r)),
    (4, "english sig", lambda r, test: english_sig(r)),
    (7, "khmer sig", lambda r, test: khmer_sig(r)),
    (6, "field", field),
    (5, "phrase", phrase),
    (3, "date", lambda r, test: date(r)),
    (3, "code", lambda r, test: pick(r, code, phone, code)(r)),
    (6, "vital", lambda r, test: vital(r)),
    (3, "number", lambda r, test: maybe_khmer_digits(r, " ".join(number(r) for _ in range(r.randint(1, 4))))),
    (5, "french words", lambda r, test: latin_words(r, test, r.randint(1, 6), "french")),
    (3, "english words", lambda r, test: latin_words(r, test, r.randint(1, 6), "english")),
    (18, "khmer", lambda r, test: khmer_words(r, test, r.choice((1, 1, 2, 2, 3, 4, 5, 7)))),
    (7, "syllables", lambda r, test: syllables(r, r.randint(1, 9))),
    (4, "mixed", mixed),
    (5, "scatter", lambda r, test: scatter(r)),
    (6, "signs", signs),
]
_SHARES = [share for share, _, _ in KINDS]


def line(r: random.Random, test=False, kind=None, longest=64):
    """One normalised line of text and its kind."""
    while True:
        _, name, make = r.choices(KINDS, _SHARES)[0] if kind is None else next(k for k in KINDS if k[1] == kind)
        text = normalise(make(r, test))
        if 0 < len(text) <= longest:
            return text, name
