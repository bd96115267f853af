using Vejja.App.Features.Audit;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Keys;
using Vejja.App.Features.Uploads;
using Vejja.App.Web;
using Vejja.Exchange.Contract;
using Vejja.Jobs.Threads;
using Vejja.Reading;

namespace Vejja.App.Features.Ocr;

/// <summary>Reads one small file while the caller waits; nothing is stored.</summary>
internal static class OcrEndpoint
{
    private const long LargestFile = 8 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Adds the endpoint.</summary>
    public static void MapOcr(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/ocr", ReadAsync).WithTags("Documents").WithName("Ocr").WithSummary("Read one small file at once; nothing is stored")
            .Accepts<UploadRequest>("application/json", "multipart/form-data").Produces<object>(StatusCodes.Status200OK, "application/json")
            .RequireAuthorization(Scopes.Write).DisableAntiforgery();

    private static async Task<IResult> ReadAsync(
        HttpRequest request, Caller caller, IDocumentReading reading, OcrGate gate, ComputingThreads threads, ServiceOptions options, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        var limits = options with { MaximumFiles = 1, MaximumFileLength = Math.Min(LargestFile, options.MaximumFileLength) };
        var (files, _) = await UploadReading.ReadAsync(request, limits, cancellation);
        if (MediaTypes.Of(files[0].Bytes) is null)
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "unsupported-format", "The file is no JPEG, PNG, WebP, TIFF, HEIC or PDF by its first bytes.");
        using var place = await gate.EnterAsync(cancellation);
        using var timeout = new CancellationTokenSource(Longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        await audit.WriteAsync(caller.Did("ocr", null, time), cancellation);
        try
        {
            var read = await threads.RunAsync(() => reading.Read(files[0].Bytes, files[0].Name, new Progress<ReadingProgress>(), stop.Token), stop.Token);
            return TypedResults.Text(PrescriptionJson.Write(read.Prescription), "application/json");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "timeout", "The file takes too long; upload it as a document instead.") { RetryAfter = TimeSpan.FromSeconds(30) };
        }
    }
}

/// <summary>One file is read at once at a time; a few wait.</summary>
internal sealed class OcrGate : IDisposable
{
    private const int MostWaiting = 4;
    private readonly SemaphoreSlim free = new(1);
    private int waiting;

    /// <summary>Waits for its turn.</summary>
    /// <exception cref="RequestRefusedException">Too many wait already.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "busy", "Too many files are being read; try again.") { RetryAfter = TimeSpan.FromSeconds(5) };
        }

        try
        {
            await free.WaitAsync(cancellation);
        }
        catch
        {
            Interlocked.Decrement(ref waiting);
            throw;
        }

        return new Turn(this);
    }

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private sealed class Turn(OcrGate gate) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref gate.waiting);
            gate.free.Release();
        }
    }
}
