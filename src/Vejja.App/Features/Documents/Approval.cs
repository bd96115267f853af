using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Contract;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>What is approved.</summary>
/// <param name="Version">The version that the person looked at.</param>
/// <param name="Decided">Doubts that withhold reminders and that the person decided one by one: the sheet says so.</param>
internal sealed record ApprovalRequest(int Version, IReadOnlyList<DecidedFlag>? Decided = null);

/// <summary>A doubt that a person decided.</summary>
/// <param name="Medication">The medicine's identifier, such as <c>m1</c>.</param>
/// <param name="Flag">The flag's code.</param>
internal sealed record DecidedFlag(string? Medication, string? Flag);

/// <summary>What an approval made.</summary>
/// <param name="Version">The version that stands approved; a new one where doubts were settled.</param>
/// <param name="Open">Doubts that still withhold reminders.</param>
internal sealed record ApprovalAnswer(int Version, int Open);

/// <summary>
/// A person looked at a version and found it right. That settles the doubts that asked for a look; those that could hurt, of severity block
/// or about words that were not understood, are settled one by one or stay and withhold reminders. What was settled is kept: by whom, when, what.
/// </summary>
internal sealed class Approval(IDbContextFactory<VejjaContext> contexts, ResultStore results, ContentCipher cipher, KeyedHash hash, TimeProvider time)
{
    /// <summary>Whether an approval alone leaves the doubt open.</summary>
    public static bool MustDecide(Flag flag) => flag.Severity == FlagSeverity.Block || flag.Code == "not-understood";

    /// <summary>Approves the latest version.</summary>
    /// <exception cref="RequestRefusedException">There is no such document, or a newer version.</exception>
    public async Task<ApprovalAnswer> ApproveAsync(Caller caller, string id, ApprovalRequest request, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var (document, row) = await ResultStore.LockLatestAsync(context, caller.OwnerId, id, request.Version, now, cancellation);
        var before = PrescriptionJson.Read(results.Open(row));
        var decided = (request.Decided ?? []).Where(flag => flag is not null).Select(flag => (flag.Medication, flag.Flag)).ToHashSet();
        var medications = before.Medications.Select(medication => Settle(medication, decided)).ToList();
        if (!medications.SequenceEqual(before.Medications))
        {
            document.ResultVersion++;
            context.Results.Add(new()
            {
                DocumentId = id,
                Version = document.ResultVersion,
                Kind = ResultKind.Approved,
                CreatedAt = now,
                Content = cipher.Seal(PrescriptionJson.Write(before with { Medications = [.. medications] }), ResultPlace.Of(id, document.ResultVersion)),
            });
            Note(context, caller, document, before, medications, now);
            await SearchTerms.WriteAsync(context, document, before with { Medications = [.. medications] }, hash, cancellation);
        }

        (document.ApprovedAt, document.RequiresReview) = (now, false);
        context.Audit.Add(caller.Did("document.approve", id, time));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(document.ResultVersion, medications.Sum(medication => medication.Flags.Count(MustDecide)));
    }

    private static Medication Settle(Medication medication, HashSet<(string? Medication, string? Flag)> decided)
    {
        var open = medication.Flags.Where(flag => MustDecide(flag) ? !decided.Contains((medication.Id, flag.Code)) : flag.Severity == FlagSeverity.Info).ToList();
        return open.Count == medication.Flags.Length && medication.RequiresReview == open.Any(MustDecide)
            ? medication
            : medication with { Flags = [.. open], RequiresReview = open.Any(MustDecide) };
    }

    /// <summary>Among the corrections: which doubts were settled.</summary>
    private void Note(VejjaContext context, Caller caller, DocumentRow document, Prescription before, List<Medication> after, DateTimeOffset now)
    {
        for (var i = 0; i < after.Count; i++)
        {
            foreach (var flag in before.Medications[i].Flags.Where(flag => !after[i].Flags.Contains(flag)))
            {
                var correctionId = Identifier.New(time);
                context.Corrections.Add(new()
                {
                    Id = correctionId,
                    DocumentId = document.Id,
                    Version = document.ResultVersion,
                    Field = string.Create(CultureInfo.InvariantCulture, $"/medications/{i}/flags"),
                    KeyId = caller.KeyId,
                    At = now,
                    Before = cipher.Seal(Encoding.UTF8.GetBytes($"\"{flag.Code}\""), Corrections.PlaceOf(correctionId + "/before")),
                });
            }
        }
    }
}
