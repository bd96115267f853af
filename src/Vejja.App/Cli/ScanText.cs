using System.Globalization;
using Spectre.Console;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Wording;

namespace Vejja.App.Cli;

/// <summary>A prescription for people: what stands beside the medicines, then one row a medicine. Colours only where the output is a terminal.</summary>
internal static class ScanText
{
    private const int PlainWidth = 140;

    /// <summary>Writes one document.</summary>
    public static void Write(Prescription prescription, TextWriter output, WordingLanguage language)
    {
        var terminal = !Console.IsOutputRedirected && ReferenceEquals(output, Console.Out);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        if (!terminal)
            console.Profile.Width = PlainWidth;
        console.Write(new Rule(Markup.Escape(prescription.File)) { Justification = Justify.Left });
        foreach (var (label, value) in Fields(prescription.Fields))
            console.WriteLine($"{label}: {value}");
        console.Write(Medicines(prescription, language));
        console.MarkupLine(prescription.RequiresReview ? "[yellow]A person must check this reading.[/]" : "[green]No open doubt.[/]");
        console.WriteLine();
    }

    private static Spectre.Console.Table Medicines(Prescription prescription, WordingLanguage language)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Rounded).AddColumns("Medicine", "Strength", "Quantity", "How to take", "Days", "Sure", "To check");
        foreach (var medicine in prescription.Medications)
        {
            table.AddRow(
                Cell(medicine.Name), Cell(medicine.Strength), Cell(medicine.Quantity), Markup.Escape(Dosage(medicine, language)), Cell(medicine.Duration),
                string.Create(CultureInfo.InvariantCulture, $"{medicine.Confidence:P0}"), Flags(medicine));
        }

        return table;
    }

    private static string Dosage(Medication medicine, WordingLanguage language) =>
        medicine.DosageInstruction.IsEmpty ? "—"
        : DosageText.Render(medicine.DosageInstruction, language) ?? string.Join("; ", medicine.DosageInstruction.Select(dosage => dosage.Text));

    private static string Cell(Reading<string>? reading) => reading is null ? "—" : Coloured(reading.Value, reading.Confidence);

    private static string Cell(Reading<Quantity>? reading) => reading is null ? "—"
        : Coloured(string.Create(CultureInfo.InvariantCulture, $"{reading.Value.Value:0.###} {reading.Value.Unit}").Trim() + (reading.Derived ? " (derived)" : ""), reading.Confidence);

    private static string Coloured(string text, double confidence) =>
        confidence >= 0.8 ? Markup.Escape(text) : $"[yellow]{Markup.Escape(text)}[/]";

    private static string Flags(Medication medicine) => string.Join("\n", medicine.Flags.Where(flag => flag.Severity is not FlagSeverity.Info)
        .Select(flag => $"[{(flag.Severity is FlagSeverity.Block ? "red" : "yellow")}]{Markup.Escape(flag.Message ?? $"{flag.Field}: {flag.Code}")}[/]"));

    private static IEnumerable<(string Label, string Value)> Fields(PrescriptionFields fields)
    {
        if (fields.Facility is { } facility)
            yield return ("Facility", facility.Value);
        if (fields.PatientName is { } patient)
            yield return ("Patient", patient.Value);
        if (fields.Age is { } age)
            yield return ("Age", string.Create(CultureInfo.InvariantCulture, $"{age.Value.Value} {age.Value.Unit}"));
        if (fields.Sex is { } sex)
            yield return ("Sex", sex.Value);
        if (fields.Date is { } date)
            yield return ("Date", date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (fields.Prescriber is { } prescriber)
            yield return ("Prescriber", prescriber.Value);
        foreach (var diagnosis in fields.Diagnosis)
            yield return ("Diagnosis", diagnosis.Value);
        if (fields.NextVisit is { } visit)
            yield return ("Next visit", visit.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
