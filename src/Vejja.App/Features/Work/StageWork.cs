using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Enhance;
using Vejja.App.Features.Webhooks;
using Vejja.Domain.Documents;
using Vejja.Exchange.Contract;
using Vejja.Imaging.Pictures;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;
using Vejja.Jobs.Retry;
using Vejja.Jobs.Threads;
using Vejja.Language.Generation;
using Vejja.Reading;
using Vejja.Reading.Pages;
using Vejja.Storage;
using Vejja.Storage.Blobs;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Work;

/// <summary>Does each stage of a stored document and commits what came of it together with the job's end.</summary>
/// <param name="contexts">The database.</param>
/// <param name="blobs">The pictures.</param>
/// <param name="cipher">Seals and opens what is stored.</param>
/// <param name="hash">Makes names searchable.</param>
/// <param name="reading">Reads files.</param>
/// <param name="threads">Where reading computes.</param>
/// <param name="metrics">Counts what was read.</param>
/// <param name="signal">Wakes the workers for the next stage.</param>
/// <param name="time">The clock.</param>
/// <param name="enhancement">The language model; null where the operator wants none, and then its stage is left out.</param>
internal sealed class StageWork(
    IDbContextFactory<VejjaContext> contexts, IBlobStore blobs, ContentCipher cipher, KeyedHash hash, IDocumentReading reading, ComputingThreads threads,
    ReadingMetrics metrics, WorkSignal signal, TimeProvider time, IDocumentEnhancement? enhancement = null) : IStageWork
{
    /// <inheritdoc/>
    public async Task RunAsync(LeasedJob job, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        try
        {
            await DoAsync(job, progress, cancellation);
        }
        catch (Exception fault) when (Database.IsTransient(fault) || fault is UnauthorizedAccessException || (fault is IOException and not FileNotFoundException))
        {
            throw new StageUnavailableException(fault);
        }
    }

    private Task DoAsync(LeasedJob job, IProgress<StageProgress> progress, CancellationToken cancellation) => job.Stage switch
    {
        Stage.Read => ReadAsync(job, progress, cancellation),
        Stage.Enhance => EnhanceAsync(job, cancellation),
        Stage.Schedule => CommitAsync(job, Stage.Notify, (_, _) => Task.CompletedTask, cancellation),
        Stage.Notify => CommitAsync(
            job, null, (context, document) => WebhookQueue.AddAsync(context, document.OwnerId, document.Id, "document.done", time, cancellation), cancellation),
        _ => throw new PermanentStageException("no-such-stage"),
    };

    private async Task ReadAsync(LeasedJob job, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        var (bytes, fileName, mediaType) = await LoadAsync(job, cancellation);
        ReadDocument read;
        try
        {
            read = await threads.RunAsync(() => reading.Read(bytes, fileName, new Steps(progress), cancellation), cancellation);
        }
        catch (UnreadableDocumentException fault)
        {
            throw new PermanentStageException(fault.Code, fault);
        }

        cancellation.ThrowIfCancellationRequested();
        var pages = await StorePagesAsync(job.DocumentId, read, mediaType, cancellation);
        var content = cipher.Seal(PrescriptionJson.Write(read.Prescription), ResultPlace.Of(job.DocumentId, 1));
        await CommitAsync(job, enhancement is null ? Stage.Schedule : Stage.Enhance, async (context, document) =>
        {
            context.Results.Add(new ResultRow { DocumentId = document.Id, Version = 1, Kind = ResultKind.Ocr, Content = content, CreatedAt = time.GetUtcNow() });
            context.Pages.AddRange(pages);
            document.ResultVersion = 1;
            await SearchTerms.WriteAsync(context, document, read.Prescription, hash, cancellation);
        }, cancellation);
        metrics.Read(read.Prescription);
    }

    /// <summary>
    /// A model's suggestions make a version of their own beside what was read; where there are none, nothing changes. A model that fails is asked
    /// again later; the last time a warning takes the place of its answer. A person's correction that came meanwhile stands.
    /// </summary>
    private async Task EnhanceAsync(LeasedJob job, CancellationToken cancellation)
    {
        var read = await LatestAsync(job, cancellation);
        if (enhancement is null || read is not { Version: var version, Prescription: { } before })
        {
            await CommitAsync(job, Stage.Schedule, (_, _) => Task.CompletedTask, cancellation);
            return;
        }

        var start = time.GetTimestamp();
        var answer = await AskAsync(enhancement, before, isLast: job.Attempt >= StagePolicy.For(job.Stage).MaximumAttempts, cancellation);
        var call = answer.Call(Identifier.New(time), job.DocumentId, (long)time.GetElapsedTime(start).TotalMilliseconds, time.GetUtcNow());
        var json = PrescriptionJson.Write(answer.Prescription);
        var content = json == PrescriptionJson.Write(before) ? null : cipher.Seal(json, ResultPlace.Of(job.DocumentId, version + 1));
        await CommitAsync(job, Stage.Schedule, (context, document) =>
        {
            context.ModelCalls.Add(call);
            if (content is null || document.ResultVersion != version)
                return Task.CompletedTask;
            context.Results.Add(new ResultRow { DocumentId = document.Id, Version = version + 1, Kind = ResultKind.Enhanced, Content = content, CreatedAt = time.GetUtcNow() });
            document.ResultVersion = version + 1;
            return Task.CompletedTask;
        }, cancellation);
    }

    private static async Task<EnhancementAnswer> AskAsync(IDocumentEnhancement enhancement, Prescription before, bool isLast, CancellationToken cancellation)
    {
        try
        {
            return await enhancement.EnhanceAsync(before, cancellation);
        }
        catch (LanguageModelException) when (isLast)
        {
            return EnhancementAnswer.Failed(before, enhancement.Model);
        }
    }

    /// <summary>What was read, unless a person has changed it already.</summary>
    private async Task<(int Version, Prescription Prescription)?> LatestAsync(LeasedJob job, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Results.AsNoTracking().Where(row => row.DocumentId == job.DocumentId).ToListAsync(cancellation);
        return rows is [{ Kind: ResultKind.Ocr } only] ? (only.Version, PrescriptionJson.Read(cipher.OpenText(only.Content, ResultPlace.Of(only.DocumentId, only.Version)))) : null;
    }

    private async Task<(byte[] Bytes, string FileName, string MediaType)> LoadAsync(LeasedJob job, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var document = await context.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == job.DocumentId, cancellation) ?? throw new LeaseLostException();
        return (await blobs.GetAsync(document.Id, document.BlobAddress, cancellation), cipher.OpenText(document.FileName, FileNamePlace.Of(document.Id)), document.MediaType);
    }

    /// <summary>Pictures are kept of pages that a browser cannot show from the original itself.</summary>
    private async Task<List<PageRow>> StorePagesAsync(string documentId, ReadDocument read, string mediaType, CancellationToken cancellation)
    {
        var isShown = mediaType is "image/jpeg" or "image/png" or "image/webp";
        var rows = new List<PageRow>();
        foreach (var page in read.Prescription.Pages)
        {
            var address = isShown || page.Index >= read.Pages.Length ? null
                : await blobs.PutAsync(documentId, await threads.RunAsync(() => PngEncoding.Encode(read.Pages[page.Index]), cancellation), cancellation);
            rows.Add(new() { DocumentId = documentId, Index = page.Index, Width = page.Width, Height = page.Height, BlobAddress = address });
        }

        return rows;
    }

    /// <summary>One transaction: the job's end, what came of it, and the next job. A worker whose lease is void changes nothing.</summary>
    private async Task CommitAsync(LeasedJob job, Stage? next, Func<VejjaContext, DocumentRow, Task> write, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        if (await DatabaseLedger.Held(context, job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, JobState.Done).SetProperty(row => row.Progress, 100).SetProperty(row => row.Step, (string?)null).SetProperty(row => row.Page, (int?)null)
                .SetProperty(row => row.FailureCode, (string?)null).SetProperty(row => row.EndedAt, now), cancellation) == 0)
        {
            throw new LeaseLostException();
        }

        await DatabaseLedger.EndAttemptAsync(context, job.Id, job.LeaseNumber, "done", null, now, cancellation);
        var document = await context.Documents.AsTracking().SingleAsync(row => row.Id == job.DocumentId, cancellation);
        await write(context, document);
        document.UpdatedAt = now;
        if (next is { } stage)
            context.Jobs.Add(NewJob(document, stage, time));
        else
            document.State = DocumentState.Done;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        signal.Set();
    }

    /// <summary>A job for a stage of a document, due at once.</summary>
    internal static JobRow NewJob(DocumentRow document, Stage stage, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new() { Id = Identifier.New(time), DocumentId = document.Id, Stage = stage, Priority = document.Priority, DueAt = now, CreatedAt = now };
    }

    /// <summary>The reader's steps as the job's.</summary>
    private sealed class Steps(IProgress<StageProgress> progress) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => progress.Report(new(value.Percent, value.Step, value.Page, value.Pages));
    }
}
