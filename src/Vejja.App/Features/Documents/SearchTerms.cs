using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Vejja.Domain.Documents;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>What of a result stands in clear, so that it can be searched: medicine codes, flags, the date, a keyed hash of the patient's name.</summary>
internal static class SearchTerms
{
    /// <summary>Replaces what is searched by the terms of a newer result; runs inside the caller's transaction.</summary>
    public static async Task WriteAsync(
        VejjaContext context, DocumentRow document, Prescription prescription, KeyedHash hash, CancellationToken cancellation)
    {
        await context.Medications.Where(row => row.DocumentId == document.Id).ExecuteDeleteAsync(cancellation);
        await context.Flags.Where(row => row.DocumentId == document.Id).ExecuteDeleteAsync(cancellation);
        context.Medications.AddRange(MedicineCodes(prescription).Select(code => new MedicationRow { DocumentId = document.Id, OwnerId = document.OwnerId, Code = code }));
        context.Flags.AddRange(FlagCodes(prescription).Select(code => new FlagRow { DocumentId = document.Id, OwnerId = document.OwnerId, Code = code }));
        document.Confidence = prescription.Confidence;
        document.RequiresReview = prescription.RequiresReview;
        document.PrescriptionDate = prescription.Fields.Date?.Value;
        document.PatientHash = prescription.Fields.PatientName is { } name ? hash.OfName(name.Value) : null;
    }

    /// <summary>The form in which a medicine's name is stored and searched.</summary>
    public static string CodeOf(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ImmutableHashSet<string> MedicineCodes(Prescription prescription) =>
        [.. prescription.Medications.Select(medication => medication.Name?.Value).OfType<string>().Select(CodeOf).Where(code => code.Length > 0)];

    private static ImmutableHashSet<string> FlagCodes(Prescription prescription) =>
        [.. prescription.Medications.SelectMany(medication => medication.Flags).Select(flag => flag.Code)];
}
