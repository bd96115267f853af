"""The pieces that texts are made of: units, forms, doses, times, labels and name parts in three languages, and the parts of a Khmer syllable."""
from .alphabet import ALPHABET, KHMER_DIGITS, KHMER_INDEPENDENT, KHMER_PUNCTUATION
from .normalisation import is_khmer

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
# signs that are easily taken for one another
LOOK_ALIKES = ["0Oo", "1lI|", "5S", "8B", "2Z", "6G", "µu", "½¼¾%", "≤<", "≥>", "×xX*", "-–—", "°o", ".,", ":;", "ÉE", "éèêeë", "àâa", "ùûu", "çc", "œæ", "'\"", "([{", ")]}", "•·.", "÷+±",
               "→-", "²2", "☐☒☑✓"]
