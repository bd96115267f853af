using System.Globalization;
using Vejja.Bench.Content;
using Vejja.Bench.Wording;
using Vejja.Domain.Documents;

namespace Vejja.Bench.Templates;

/// <summary>A sheet on its way to paper: what it says, how it looks, and the notes of what was printed.</summary>
/// <param name="sheet">What it says.</param>
/// <param name="look">How it looks.</param>
/// <param name="numerals">How it writes numbers.</param>
/// <param name="dice">The family's own choices.</param>
internal sealed class Composition(Sheet sheet, Look look, Numerals numerals, Dice dice)
{
    private static readonly string[] FrenchMonths = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] KhmerMonths = ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

    /// <summary>What it says.</summary>
    public Sheet Sheet { get; } = sheet;

    /// <summary>How it looks.</summary>
    public Look Look { get; } = look;

    /// <summary>How it writes numbers.</summary>
    public Numerals Numerals { get; } = numerals;

    /// <summary>The family's own choices.</summary>
    public Dice Dice { get; } = dice;

    /// <summary>The fields that were printed, by the contract's names; a diagnosis as <c>diagnosis.0</c>.</summary>
    public Dictionary<string, object> Fields { get; } = [];

    /// <summary>The medicines that were printed.</summary>
    public List<PrintedMedication> Medications { get; } = [];

    /// <summary>The hours that column headers give.</summary>
    public List<SlotHours> SlotHours { get; } = [];

    /// <summary>Prints a field's value.</summary>
    public string Print(string field, object value, string text)
    {
        Fields[field] = value;
        return Ink.Field(field, text);
    }

    /// <summary>The patient's name.</summary>
    public string Patient(bool latin) => latin ? Print("patientName", Sheet.Patient.Latin, Sheet.Patient.Latin) : Print("patientName", Sheet.Patient.Khmer, Sheet.Patient.Khmer);

    /// <summary>The prescriber's name.</summary>
    public string Prescriber(bool latin) => latin ? Print("prescriber", Sheet.Prescriber.Latin, Sheet.Prescriber.Latin) : Print("prescriber", Sheet.Prescriber.Khmer, Sheet.Prescriber.Khmer);

    /// <summary>The age with its unit.</summary>
    public string Age(Tongue tongue) => Print("age", new Age(Sheet.Age, "a"), Numerals.Of(Sheet.Age) + tongue switch { Tongue.Khmer => " ឆ្នាំ", Tongue.French => " ans", _ => Dice.Any(" years", " y", " yrs") });

    /// <summary>The sex.</summary>
    public string Sex(Tongue tongue) => Print("sex", Sheet.IsFemale ? "female" : "male", (tongue, Sheet.IsFemale) switch
    {
        (Tongue.Khmer, true) => "ស្រី",
        (Tongue.Khmer, false) => "ប្រុស",
        (_, true) => Dice.Any("F", tongue == Tongue.French ? "Féminin" : "Female"),
        _ => Dice.Any("M", tongue == Tongue.French ? "Masculin" : "Male"),
    });

    /// <summary>The date of the sheet.</summary>
    public string Date(Tongue tongue) => Print("date", Sheet.Date, DateText(Sheet.Date, tongue));

    /// <summary>The date of the next visit.</summary>
    public string NextVisit(Tongue tongue) => Print("nextVisit", Sheet.NextVisit!.Value, DateText(Sheet.NextVisit!.Value, tongue));

    /// <summary>The diagnoses, each one a field of its own.</summary>
    public string[] Diagnoses(Tongue tongue) =>
        [.. Sheet.Diagnoses.Select((id, index) =>
        {
            var (en, fr, km) = Formulary.Diagnoses[id];
            var text = tongue switch { Tongue.Khmer => km, Tongue.French => fr, _ => en };
            return Print("diagnosis." + index.ToString(CultureInfo.InvariantCulture), text, text);
        })];

    private string DateText(DateOnly date, Tongue tongue)
    {
        string Numbers(string sign) => Numerals.Shape(date.ToString($"dd'{sign}'MM'{sign}'yyyy", CultureInfo.InvariantCulture));
        return tongue switch
        {
            Tongue.Khmer when Dice.Chance(0.2) => Numerals.Shape($"{date.Day} ខែ{KhmerMonths[date.Month - 1]} ឆ្នាំ{date.Year}"),
            Tongue.French when Dice.Chance(0.4) => $"{date.Day} {FrenchMonths[date.Month - 1]} {date.Year}",
            Tongue.English when Dice.Chance(0.3) => date.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture),
            _ => Numbers(Dice.Any("/", "/", "-")),
        };
    }
}
