using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Safety;

namespace Vejja.Reading.Medications;

/// <summary>One row of a medicine table to one medication.</summary>
internal static class RowReading
{
    /// <summary>Reads a row; its identifier is given later.</summary>
    public static Medication Read(RowCells cells)
    {
        var name = cells.Cell(ColumnKind.Name) is { IsEmpty: false, IsDash: false } cell
            ? NameChoice.Choose([.. cell.Variants.Select(NameReading.Read)])
            : new(null, null, null, false);
        var strength = StrengthColumn(cells) ?? name.Strength;
        var quantity = cells.Text(ColumnKind.Quantity) is { } printed ? QuantityReading.Read(printed, cells.Text(ColumnKind.Unit)) : null;
        var days = DaysColumn(cells);
        var usage = UsageReading.Read(cells);
        var medication = new Medication
        {
            Id = "",
            Name = name.Name,
            Strength = strength,
            Form = name.Form ?? FormColumn(cells) ?? FormFromUnit(quantity),
            Route = usage.Route,
            Quantity = quantity?.Value,
            Duration = days,
            Flags = Flags(cells, name, strength, quantity, usage),
        };
        var doses = DoseRowReading.Read(cells, quantity, medication.Form, usage.Meal);
        medication = medication with { Flags = doses.Flags.Aggregate(medication.Flags, Doubts.With) };
        return doses.Doses.IsEmpty
            ? WithInstruction(medication, cells, usage, doses)
            : WithRemark(WithDoses(medication, doses with { Confidence = doses.Confidence * usage.Confidence }, days), usage);
    }

    /// <summary>An instruction in words beside the doses: what it adds is added, what it says otherwise is a doubt.</summary>
    private static Medication WithRemark(Medication medication, Usage usage)
    {
        if (usage is not { Sig: { } sig, SigInk: { } ink })
            return medication;
        var words = ink.Text.Replace('\n', ' ').Trim();
        var condition = sig.DosageInstruction.FirstOrDefault(dosage => dosage.AsNeeded || dosage.Condition is not null);
        if (condition is not null)
        {
            medication = medication with
            {
                DosageInstruction = [.. medication.DosageInstruction.Select(dosage => dosage with
                {
                    AsNeeded = condition.AsNeeded, AsNeededReason = condition.AsNeededReason, Condition = condition.Condition, Text = dosage.Text + "; " + words,
                })],
            };
        }

        if (medication.Duration is null && sig.Duration is { } course)
            medication = medication with { Duration = new(new(course.Value, course.Unit.Code()), words, sig.Confidence * ink.Weakest, ink.Sources) };
        var says = sig.DosageInstruction.Any(dosage => dosage.Dose is not null || dosage.Repeat is { When.Length: > 0 } or { Frequency: > 0 } or { PeriodUnit: not null });
        var agrees = DailyDose.Of(sig.DosageInstruction) is { } told && DailyDose.Of(medication.DosageInstruction) is { } read && told.Value == read.Value;
        return sig.Residue.Length > 0 || (says && !agrees) ? medication with { Flags = medication.Flags.With(Doubts.NotUnderstood(words)) } : medication;
    }

    private static Medication WithDoses(Medication medication, DoseRow doses, Reading<Quantity>? days)
    {
        var course = days is null ? null : new TimeSpanAmount(days.Value.Value, TimeUnit.Day);
        var dosages = SlotDosing.Code(doses.Doses, course, medication.Route?.Value);
        return CourseChecking.Check(medication with
        {
            DosageInstruction = dosages,
            DosageEvidence = new(string.Join("; ", dosages.Select(dosage => dosage.Text)), null, doses.Confidence, doses.Source),
        }, doses.Daily, doses.Doses.Select(dose => dose.Unit).Distinct().ToImmutableArray());
    }

    /// <summary>A row without doses in columns: an instruction in words, or an amount and times a day.</summary>
    private static Medication WithInstruction(Medication medication, RowCells cells, Usage usage, DoseRow doses)
    {
        if (usage.SigInk is { } line && LabelledSlots.Read(line) is { } slots)
            return SlotMedication.With(medication, slots, line);
        if (usage is { Sig: { } sig, SigInk: { } ink })
            return AgainstDay(SigMedication.With(medication, sig, ink), cells);
        if (PerDay(cells) is { } dosage)
        {
            return medication with
            {
                DosageInstruction = [dosage.Value],
                DosageEvidence = new(dosage.Value.Text, null, dosage.Confidence, dosage.Source),
            };
        }

        // Ink in a dose cell that nobody understood has its flag already; no dose at all is a doubt of its own.
        return medication with { Flags = medication.Flags.With(Doubts.Illegible("dose")), DosageEvidence = Unread(doses) };
    }

    /// <summary>A column with the units of a day speaks for or against the instruction beside it.</summary>
    private static Medication AgainstDay(Medication medication, RowCells cells)
    {
        if (cells.Text(ColumnKind.PerDay) is not { } text || AmountReading.AtHead(text) is not { } perDay
            || medication.DosageEvidence is not { } evidence || DailyDose.Of(medication.DosageInstruction) is not { } daily)
            return medication;
        var confidence = daily.Value == perDay.Value ? Belief.Given(evidence.Confidence, 6) : Math.Min(evidence.Confidence, 0.6);
        return medication with { DosageEvidence = evidence with { Confidence = confidence } };
    }

    private static Reading<string>? Unread(DoseRow doses) => doses.Source.IsEmpty ? null : new("", null, doses.Confidence, doses.Source);

    private static Reading<Dosage>? PerDay(RowCells cells)
    {
        if (cells.Text(ColumnKind.PerDay) is not { } text || AmountReading.AtHead(text) is not { } times || times.Value is < 1 or > 24)
            return null;
        var dose = cells.Text(ColumnKind.Dose) is { } doseText ? QuantityReading.Read(doseText, cells.Text(ColumnKind.Unit)) : null;
        var words = string.Join(" ", new[] { dose?.Value.Raw, text.Text.Trim() }.OfType<string>());
        var dosage = new Dosage
        {
            Text = words,
            Repeat = new() { Frequency = (int)times.Value, Period = 1, PeriodUnit = TimeUnit.Day },
            Dose = dose is null ? null : new(dose.Value.Value),
        };
        // What U/D stands for is not sure, so neither is this.
        return new(dosage, words, 0.6 * times.Ink.Weakest, [.. text.Sources.Union(dose?.Value.Source ?? [])]);
    }

    private static ImmutableArray<Flag> Flags(RowCells cells, PrintedName name, Reading<string>? strength, PrintedQuantity? quantity, Usage usage)
    {
        var flags = ImmutableArray<Flag>.Empty;
        if (name.Name is null)
            flags = flags.With(Doubts.Illegible("name"));
        if (strength is null && (name.BrokenStrength || cells.Text(ColumnKind.Strength) is not null))
            flags = flags.With(Doubts.Illegible("strength"));
        if (quantity is null && cells.Text(ColumnKind.Quantity) is not null)
            flags = flags.With(Doubts.Illegible("quantity"));
        if (quantity?.Unit is { IsUncertain: true } unit)
            flags = flags.With(Doubts.AmbiguousTerm("form", unit.Text));
        foreach (var (kind, field) in new[] { (ColumnKind.Name, "name"), (ColumnKind.Strength, "strength"), (ColumnKind.Quantity, "quantity"), (ColumnKind.Usage, "dose"), (ColumnKind.Remark, "dose"), (ColumnKind.Days, "duration") })
        {
            if (RowCells.IsMarked(cells.Cell(kind), LineMarks.Coloured))
                flags = flags.With(Doubts.Handwriting(field));
        }

        flags = flags.With(CrossedOutFields.OfRow(cells));
        return usage.Unexplained.Aggregate(flags, (all, words) => all.With(Doubts.NotUnderstood(words)));
    }

    private static Reading<string>? StrengthColumn(RowCells cells) =>
        cells.Text(ColumnKind.Strength) is { } text && StrengthReading.Find(text.Text) is { } found
            ? new(found.Value, text.Text.Replace('\n', ' ').Trim(), text.Slice(found.Start, found.Length).Weakest, text.Sources)
            : null;

    private static Reading<string>? FormColumn(RowCells cells) =>
        cells.Text(ColumnKind.Form) is { } text && Vocabulary.Units.Find(text.Text) is { } unit
            ? new(unit.Term.Code, text.Text.Trim(), text.Mean * unit.Similarity, text.Sources)
            : null;

    /// <summary>What is counted in tablets is a tablet; the page's word stays beside it.</summary>
    private static Reading<string>? FormFromUnit(PrintedQuantity? quantity) =>
        quantity?.Unit is { } unit && NameReading.IsForm(unit.Code)
            ? new(unit.Code, unit.Text, unit.IsUncertain ? Math.Min(0.6, quantity.Value.Confidence) : quantity.Value.Confidence, quantity.Value.Source)
            : null;

    private static Reading<Quantity>? DaysColumn(RowCells cells) =>
        cells.Text(ColumnKind.Days) is { } text && AmountReading.AtHead(text) is { } amount && amount.Value >= 1
            ? new(new(amount.Value, "d"), text.Text.Trim(), amount.Ink.Weakest, text.Sources)
            : null;
}
