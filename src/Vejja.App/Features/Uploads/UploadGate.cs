using Vejja.App.Web;

namespace Vejja.App.Features.Uploads;

/// <summary>Bounds the uploads that are held in memory at one time; further ones are told to come back.</summary>
internal sealed class UploadGate : IDisposable
{
    private const int Places = 16;
    private readonly SemaphoreSlim free = new(Places);

    /// <summary>Takes a place until the answer is disposed of.</summary>
    /// <exception cref="RequestRefusedException">All places are taken.</exception>
    public IDisposable Enter() => free.Wait(0) ? new Place(free)
        : throw new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "busy", "Too many uploads at one time; try again.") { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                free.Release();
        }
    }
}
