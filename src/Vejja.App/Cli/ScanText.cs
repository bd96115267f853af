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

    /// <summary>What is read at or above this and not flagged may be relied on.</summary>
    private const double Sure = 0.8;

    /// <summary>Below this a field's letters say nothing to a reader.</summary>
    private const double Legible = 0.5;

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
        foreach (var (label, value, confidence) in Fields(prescription.Fields))
            console.MarkupLine($"{label}: {(confidence < Legible ? "[yellow]not legible[/]" : Marked(value, confidence))}");
        console.Write(Medicines(prescription, language));
        console.MarkupLine(Verdict(prescription));
        console.WriteLine();
    }

    /// <summary>Nothing that is shown with a doubt may stand above "no doubt".</summary>
    private static string Verdict(Prescription prescription)
    {
        if (prescription.RequiresReview)
            return "[yellow]A person must check this reading.[/]";
        var isSure = Fields(prescription.Fields).All(field => field.Confidence >= Sure)
            && prescription.Medications.All(medicine => medicine.Confidence >= Sure && Shown(medicine).All(confidence => confidence >= Sure))
            && prescription.Pages.All(page => page.Warnings.IsEmpty);
        return isSure ? "[green]No open doubt.[/]" : "[yellow]The medicines show no open doubt; what is marked with ? or not legible is not sure.[/]";
    }

    private static IEnumerable<double> Shown(Medication medicine) =>
        new[] { medicine.Name?.Confidence, medicine.Strength?.Confidence, medicine.Quantity?.Confidence, medicine.DosageEvidence?.Confidence, medicine.Duration?.Confidence }.OfType<double>();

    private static Spectre.Console.Table Medicines(Prescription prescription, WordingLanguage language)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Rounded).AddColumns("Medicine", "Strength", "Quantity", "How to take", "Days", "Sure", "To check");
        foreach (var medicine in prescription.Medications)
        {
            table.AddRow(
                Cell(medicine.Name), Cell(medicine.Strength), Cell(medicine.Quantity), Marked(Dosage(medicine, language), medicine.DosageEvidence?.Confidence ?? 1), Cell(medicine.Duration),
                string.Create(CultureInfo.InvariantCulture, $"{medicine.Confidence:P0}"), Flags(medicine));
        }

        return table;
    }

    private static string Dosage(Medication medicine, WordingLanguage language) =>
        medicine.DosageInstruction.IsEmpty ? "—"
        : DosageText.Render(medicine.DosageInstruction, language) ?? string.Join("; ", medicine.DosageInstruction.Select(dosage => dosage.Text));

    private static string Cell(Reading<string>? reading) => reading is null ? "—" : Marked(reading.Value, reading.Confidence);

    private static string Cell(Reading<Quantity>? reading) => reading is null ? "—"
        : Marked(string.Create(CultureInfo.InvariantCulture, $"{reading.Value.Value:0.###} {reading.Value.Unit}").Trim() + (reading.Derived ? " (derived)" : ""), reading.Confidence);

    /// <summary>A doubt has a sign of its own: colours are lost in a file and to many eyes.</summary>
    private static string Marked(string text, double confidence) =>
        confidence >= Sure ? Markup.Escape(text) : $"[yellow]{Markup.Escape(text)} ?[/]";

    private static string Flags(Medication medicine) => string.Join("\n", medicine.Flags.Where(flag => flag.Severity is not FlagSeverity.Info)
        .Select(flag => $"[{(flag.Severity is FlagSeverity.Block ? "red" : "yellow")}]{Markup.Escape(flag.Message ?? $"{flag.Field}: {flag.Code}")}[/]"));

    private static IEnumerable<(string Label, string Value, double Confidence)> Fields(PrescriptionFields fields) =>
        new[]
        {
            Field("Facility", fields.Facility, value => value),
            Field("Patient", fields.PatientName, value => value),
            Field("Age", fields.Age, age => string.Create(CultureInfo.InvariantCulture, $"{age.Value} {age.Unit}")),
            Field("Sex", fields.Sex, value => value),
            Field("Date", fields.Date, Day),
            Field("Prescriber", fields.Prescriber, value => value),
            Field("Next visit", fields.NextVisit, Day),
        }
        .Concat(fields.Diagnosis.Select(diagnosis => Field("Diagnosis", diagnosis, value => value)))
        .OfType<(string, string, double)>();

    private static (string Label, string Value, double Confidence)? Field<T>(string label, Reading<T>? reading, Func<T, string> text) =>
        reading is null ? null : (label, text(reading.Value), reading.Confidence);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
