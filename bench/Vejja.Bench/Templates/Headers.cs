using Vejja.Bench.Wording;
using static Vejja.Bench.Templates.Ink;

namespace Vejja.Bench.Templates;

/// <summary>What stands above the medicines.</summary>
internal static class Headers
{
    /// <summary>A hospital's print-out: emblem, two names, file number, patient, payment, diagnoses.</summary>
    public static string Hospital(Composition c)
    {
        var d = c.Dice;
        var latinPatient = d.Chance(0.25);
        var diagnoses = c.Diagnoses(d.Chance(0.5) ? Tongue.English : Tongue.French);
        var label = d.Any("រោគវិនិច្ឆ័យ", "រោគវិនិច្ឆ័យ", "ការធ្វើរោគវិនិច្ឆ័យ");
        var list = diagnoses.Length == 1 && d.Chance(0.5)
            ? Block(E(label + " : ") + diagnoses[0])
            : "<div class='row left' style='gap:6px'>" + Block(E(label + " :")) + "<div>" + string.Concat(diagnoses.Select((text, i) => Block($"{i + 1}. " + text))) + "</div></div>";
        var box = d.Chance(0.5) ? $"<div class='box'>{Block(d.Any("អ្នកជំងឺ", "អ្នកជំងឺក្រៅ", "OPD"), "small")}</div>" : "";
        return $"""
            <div data-type='header'>
            <div class='row left' style='gap:12px;align-items:center'>{Marks.Logo(d, d.Whole(44, 66))}<div>{Block(c.Print("facility", c.Sheet.Facility.Khmer, c.Sheet.Facility.Khmer), "title")}{Block(E(c.Sheet.Facility.Latin), "small bold latin")}</div></div>
            <div class='gap'></div>
            <div class='row'>{Block(E(d.Any("លេខកូដ: ", "លេខកូដ : ", "កូដ: ") + c.Sheet.Code))}{Block(E(d.Any("ឈ្មោះអ្នកជំងឺ: ", "ឈ្មោះអ្នកជំងឺ : ", "ឈ្មោះ: ")) + c.Patient(latinPatient))}{Block(E("អាយុ: ") + c.Age(Tongue.Khmer) + E(" ភេទ: ") + c.Sex(Tongue.Khmer))}</div>
            <div class='row'>{Block(E(d.Any("ប្រភេទបង់ប្រាក់ : មូលនិធិសមធម៌", "ប្រភេទបង់ប្រាក់ : បង់ថ្លៃខ្លួនឯង", "ប្រភេទបង់ប្រាក់ : ប.ស.ស") + " / " + d.Whole(2000000, 9999999)))}{box}</div>
            {list}
            {(d.Chance(0.6) ? Block(E("ផ្នែក : " + d.Any("ពិគ្រោះជំងឺក្រៅ", "ជំងឺទូទៅ", "សម្ភព", "កុមារ", "វះកាត់") + " - បន្ទប់លេខ " + d.Whole(1, 14))) : "")}
            <div class='gap2'></div>{Block(d.Any("វេជ្ជបញ្ជា", "វេជ្ជបញ្ជា", "វេជ្ជបញ្ជាថ្នាំ"), "c title big")}<div class='gap'></div>
            </div>
            """;
    }

    /// <summary>A small clinic's sheet: title in a display face, patient on one line.</summary>
    public static string Clinic(Composition c)
    {
        var d = c.Dice;
        var diagnosis = d.Chance(0.8) ? Block(E("រោគវិនិច្ឆ័យ : ") + string.Join(", ", c.Diagnoses(d.Any(Tongue.Khmer, Tongue.French, Tongue.English)))) : "";
        return $"""
            <div data-type='header'>
            {Block(c.Print("facility", c.Sheet.Facility.Khmer, c.Sheet.Facility.Khmer), "title c huge")}
            {Block(E(c.Sheet.Facility.Latin.ToUpperInvariant()), "c bold latin")}
            {Block(E($"Tel: 0{d.Whole(10, 99)} {d.Whole(100, 999)} {d.Whole(100, 999)} / 0{d.Whole(10, 99)} {d.Whole(100, 999)} {d.Whole(100, 999)}"), "c small latin")}
            <div style='border-bottom:2px solid #333;margin:8px 0 10px'></div>
            {Block(d.Any("វេជ្ជបញ្ជា", "វេជ្ជបញ្ជា"), "title c big")}
            <div class='row'>{Block(E("ឈ្មោះអ្នកជំងឺ : ") + c.Patient(d.Chance(0.2)))}{Block(E("ភេទ : ") + c.Sex(Tongue.Khmer))}{Block(E("អាយុ : ") + c.Age(Tongue.Khmer))}</div>
            {diagnosis}
            <div class='gap'></div></div>
            """;
    }

    /// <summary>A French letterhead: doctor left, place and date right, patient below.</summary>
    public static string French(Composition c)
    {
        var d = c.Dice;
        var who = d.Chance(0.5)
            ? Block(E(d.Any("Patient : ", "Nom : ", "Nom et prénom : ")) + c.Patient(true)) + Block(E("Âge : ") + c.Age(Tongue.French) + E("   Sexe : ") + c.Sex(Tongue.French))
            : $"<div class='row'>{Block(E(c.Sheet.IsFemale ? "Mme " : "M. ") + c.Patient(true))}{Block(E("Âge : ") + c.Age(Tongue.French))}</div>";
        return $"""
            <div data-type='header'>
            <div class='row' style='align-items:flex-start'><div>{Block(E("Dr ") + c.Prescriber(true), "bold big")}{Block(d.Any("Médecine générale", "Médecine interne", "Cardiologie", "Gynécologie – Obstétrique", "Pédiatrie"), "it")}{Block(c.Print("facility", c.Sheet.FacilityFrench, c.Sheet.FacilityFrench), "small")}</div>
            <div>{Block(E(c.Sheet.Town.Latin + ", le ") + c.Date(Tongue.French), "r")}</div></div>
            <div class='gap2'></div>
            {Block(d.Any("ORDONNANCE", "Ordonnance", "ORDONNANCE MÉDICALE"), "c bold huge")}
            <div class='gap'></div>{who}
            {(d.Chance(0.5) ? Block(E(d.Any("Diagnostic : ", "Dg : ", "Motif : ")) + string.Join(", ", c.Diagnoses(Tongue.French))) : "")}
            <div class='gap2'></div></div>
            """;
    }

    /// <summary>An English letterhead with ℞.</summary>
    public static string English(Composition c)
    {
        var d = c.Dice;
        return $"""
            <div data-type='header'>
            <div class='row left' style='gap:12px;align-items:center'>{(d.Chance(0.7) ? Marks.Logo(d, 52) : "")}<div>{Block(c.Print("facility", c.Sheet.Facility.Latin, c.Sheet.Facility.Latin), "bold huge")}{(d.Chance(0.6) ? Block(E(c.Sheet.Facility.Khmer), "title small") : "")}</div></div>
            <div style='border-bottom:1px solid #444;margin:8px 0'></div>
            <div class='row'>{Block(E(d.Any("Patient: ", "Name: ", "Patient name: ")) + c.Patient(true))}{Block(E("Age: ") + c.Age(Tongue.English))}{Block(E(d.Any("Sex: ", "Gender: ")) + c.Sex(Tongue.English))}</div>
            <div class='row'>{Block(E("Date: ") + c.Date(Tongue.English))}{(d.Chance(0.7) ? Block(E(d.Any("Dx: ", "Diagnosis: ")) + string.Join(", ", c.Diagnoses(Tongue.English))) : "")}{Block(E("ID: " + c.Sheet.Code))}</div>
            <div class='gap'></div>{(d.Chance(0.6) ? Block("Rx", "huge bold it") : "")}</div>
            """;
    }
}
