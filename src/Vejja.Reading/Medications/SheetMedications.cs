using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Medications;
using Vejja.Reading.Layout;
using Vejja.Reading.Safety;

namespace Vejja.Reading.Medications;

/// <summary>The medicines of a document with the clock hours that its tables give.</summary>
internal sealed record ReadMedicines(ImmutableArray<Medication> Medications, ImmutableArray<SlotHours> SlotHours);

/// <summary>Medicines from tables; from plain lines where no table has any.</summary>
internal static class SheetMedications
{
    /// <summary>Reads the medicines and numbers them.</summary>
    /// <param name="tables">The tables of medicines.</param>
    /// <param name="beside">The lines beside them.</param>
    /// <param name="fields">What was read of the sheet: its blocks are no medicines, and neither are lines that read like orders to a machine.</param>
    public static ReadMedicines Read(MedicineTables tables, ImmutableArray<TextLine> beside, PrescriptionFields fields)
    {
        var medications = TableMedications.Read(tables);
        if (medications.IsEmpty)
            medications = PlainMedications.Read(beside, Claimed(fields).Concat(InstructionLikeText.Find(beside)).ToHashSet());
        var hours = tables.Tables.SelectMany(table => table.Meaning.Columns).Select(column => column.Hours).OfType<SlotHours>()
            .DistinctBy(slot => slot.When).ToImmutableArray();
        return new([.. medications.Select((medication, index) => medication with { Id = "m" + (index + 1).ToString(CultureInfo.InvariantCulture) })], hours);
    }

    private static IEnumerable<string> Claimed(PrescriptionFields fields) =>
    [
        .. fields.PatientName?.Source ?? [], .. fields.Age?.Source ?? [], .. fields.Sex?.Source ?? [], .. fields.Date?.Source ?? [],
        .. fields.Prescriber?.Source ?? [], .. fields.Facility?.Source ?? [], .. fields.NextVisit?.Source ?? [],
        .. fields.Diagnosis.SelectMany(diagnosis => diagnosis.Source),
    ];
}
