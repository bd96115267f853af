using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejja.App.Features.Documents;
using Vejja.App.Tests.Running;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Load;

/// <summary>Lists and searches over 100,000 documents with VEJJA_TEST_LONG, over 2,000 otherwise. Times are asserted in the long run only.</summary>
public sealed class ManyDocumentsTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1";
    private static readonly int Count = IsLong ? 100_000 : 2_000;
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_780_000_000);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task List_EachFilter_FindsItsOwnAndAtOnce(string kind)
    {
        await using var service = await RunningService.StartAsync(kind, options => options with { Workers = 0 });
        var hash = service.App.Services.GetRequiredService<KeyedHash>();
        await FillAsync(service, hash);
        if (kind == "postgres")
        {
            await using var context = service.Open();
            await context.Database.ExecuteSqlRawAsync("ANALYZE", Stop);
        }

        var queries = service.App.Services.GetRequiredService<DocumentQueries>();
        var middle = IdOf(Count / 2);
        (string Name, DocumentFilter Filter, int Expected)[] cases =
        [
            ("first page", Empty, 50),
            ("page in the middle", Empty with { After = middle }, 50),
            ("to review", Empty with { Review = true }, 50),
            ("failed", Empty with { State = "failed" }, Math.Min(50, Count / 100)),
            ("rare flag", Empty with { Flag = "crossed-out" }, Count / 1000),
            ("common medicine", Empty with { Medicine = "medicine 7" }, 50),
            ("rare medicine", Empty with { Medicine = "rare 3" }, Count / 1000),
            ("medicine and flag", Empty with { Medicine = "medicine 0", Flag = "crossed-out" }, Count / 1000),
            ("patient", Empty with { Patient = "patient 4" }, Count / 500),
            ("dates", Empty with { From = new DateOnly(2026, 1, 10), To = new DateOnly(2026, 1, 12) }, Enumerable.Range(0, Count).Count(number => number % 300 is >= 9 and <= 11)),
            ("patient and dates", Empty with { Patient = "patient 4", From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31) }, Count / 500),
        ];
        foreach (var (name, filter, expected) in cases)
        {
            var times = new List<double>();
            for (var i = 0; i < (IsLong ? 60 : 3); i++)
            {
                var start = Stopwatch.GetTimestamp();
                var page = await queries.ListAsync("default", filter, Stop);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                Assert.Equal(Math.Min(50, expected), page.Documents.Count);
                Assert.Equal(page.Documents.Select(document => document.Id).OrderDescending(StringComparer.Ordinal), page.Documents.Select(document => document.Id));
            }

            times.Sort();
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{kind}, {Count} documents, {name}: median {times[times.Count / 2]:0.0} ms, 95 of 100 {times[times.Count * 95 / 100]:0.0} ms"));
            if (IsLong)
                Assert.True(times[times.Count / 2] < 50, $"{kind} {name}: {times[times.Count / 2]:0.0} ms");
        }
    }

    private static DocumentFilter Empty => new(null, null, null, null, null, null, null, null, null);

    private static string IdOf(int number) => Guid.CreateVersion7(Start + TimeSpan.FromSeconds(number)).ToString("N")[..12] + number.ToString("x20", CultureInfo.InvariantCulture);

    private static async Task FillAsync(RunningService service, KeyedHash hash)
    {
        for (var from = 0; from < Count; from += 1000)
        {
            await using var context = service.Open();
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = from; i < from + 1000; i++)
                Add(context, hash, i);
            await context.SaveChangesAsync(Stop);
        }
    }

    private static void Add(Storage.VejjaContext context, KeyedHash hash, int number)
    {
        var id = IdOf(number);
        var at = Start + TimeSpan.FromSeconds(number);
        var isRare = number % 1000 == 0;
        context.Documents.Add(new()
        {
            Id = id,
            OwnerId = "default",
            ContentHash = id,
            BlobAddress = "b",
            MediaType = "image/jpeg",
            FileName = [1],
            State = number % 100 == 50 ? DocumentState.Failed : DocumentState.Done,
            ResultVersion = 1,
            RequiresReview = number % 3 == 0,
            PrescriptionDate = new DateOnly(2026, 1, 1).AddDays(number % 300),
            PatientHash = hash.OfName($"Patient {number % 500}"),
            CreatedAt = at,
            UpdatedAt = at,
        });
        var medicine = string.Create(CultureInfo.InvariantCulture, $"medicine {number % 10}");
        context.Medications.Add(new() { DocumentId = id, OwnerId = "default", Code = medicine });
        if (number % 1000 == 3)
            context.Medications.Add(new() { DocumentId = id, OwnerId = "default", Code = "rare 3" });
        if (isRare || number % 10 == 0)
            context.Flags.Add(new() { DocumentId = id, OwnerId = "default", Code = isRare ? "crossed-out" : "name-uncertain" });
    }
}
