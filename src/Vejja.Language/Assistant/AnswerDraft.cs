using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Safety;

namespace Vejja.Language.Assistant;

/// <summary>Gathers an answer's lines, what they rest on, and what of it is not sure; an unsure value is never said without saying so.</summary>
internal sealed class AnswerDraft(Prescription prescription, TextBook texts)
{
    private const double Sure = 0.8;
    private static readonly string[] PartsOfInstruction = ["dose", "frequency", "when", "maximum"];
    private readonly List<string> lines = [];
    private readonly List<AnswerSource> sources = [];
    private readonly List<string> doubts = [];
    private readonly List<string> messages = [];

    /// <summary>The sentences of the language.</summary>
    public TextBook Texts => texts;

    /// <summary>Parts of instructions in words.</summary>
    public DosagePhrases Phrases { get; } = new(texts);

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>What it rests on.</summary>
    public ImmutableArray<AnswerSource> Sources => [.. sources];

    /// <summary>Lines that say what is not sure; none where all is.</summary>
    public ImmutableArray<string> Doubts =>
        doubts.Count == 0 ? [] : [texts.Say("unsure", string.Join(", ", doubts)), .. messages.Distinct()];

    /// <summary>Adds a sentence.</summary>
    public void Say(string key, params ReadOnlySpan<object?> values) => lines.Add(texts.Say(key, values));

    /// <summary>Name and strength, or the place on the sheet where no name was read.</summary>
    public string Label(Medication medication)
    {
        var place = prescription.Medications.IndexOf(medication) + 1;
        if (medication.Name is not { } name)
            return texts.Say("unnamed", place);
        Rest(medication, "name", name);
        if (SheetWords.Quote(name.Value) is not { } quoted)
            return texts.Say("order-like", place);
        if (medication.Strength is not { } strength || SheetWords.Quote(strength.Value) is not { } amount)
            return quoted;
        Rest(medication, "strength", strength);
        return $"{quoted} {amount}";
    }

    /// <summary>Notes that the answer rests on a field of a medicine.</summary>
    public void Rest<T>(Medication medication, string field, Reading<T>? reading)
    {
        if (reading is null)
            return;
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/medications/{prescription.Medications.IndexOf(medication)}/{field}");
        var open = medication.Flags.Where(flag => flag.Severity != FlagSeverity.Info && Concerns(flag, field)).ToList();
        if (!Rest(pointer, reading.Source, reading.Confidence, open.Count == 0))
            return;
        doubts.Add(texts.Say("unsure.field", texts.Say("field." + field), ShortLabel(medication), Percent(reading.Confidence)));
        messages.AddRange(open.Select(flag => FlagMessages.Render(flag, texts.Language).Message ?? flag.Code));
    }

    /// <summary>Notes that the answer rests on a medicine's instruction.</summary>
    public void RestInstruction(Medication medication) => Rest(medication, "dosageInstruction", InstructionEvidence.Of(prescription, medication));

    /// <summary>Notes that the answer rests on a field of the sheet.</summary>
    public void Rest<T>(string field, Reading<T> reading)
    {
        if (Rest("/fields/" + field, reading.Source, reading.Confidence, true))
            doubts.Add(texts.Say("unsure.field", texts.Say("field." + field), texts.Say("sheet"), Percent(reading.Confidence)));
    }

    /// <summary>Whole percents.</summary>
    public static string Percent(double share) => Math.Floor(share * 100).ToString("0", CultureInfo.InvariantCulture);

    private static bool Concerns(Flag flag, string field) =>
        flag.Field == field || (field == "dosageInstruction" && PartsOfInstruction.Contains(flag.Field));

    /// <returns>Whether a new doubt has to be said.</returns>
    private bool Rest(string pointer, ImmutableArray<string> blocks, double confidence, bool isUndoubted)
    {
        if (sources.Any(source => source.Field == pointer))
            return false;
        var isSure = isUndoubted && confidence >= Sure;
        sources.Add(new(pointer, blocks, confidence, isSure));
        return !isSure;
    }

    private string ShortLabel(Medication medication) =>
        (medication.Name is { } name ? SheetWords.Quote(name.Value) : null) ?? texts.Say("unnamed", prescription.Medications.IndexOf(medication) + 1);
}
