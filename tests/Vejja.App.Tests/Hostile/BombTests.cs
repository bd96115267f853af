using Vejja.App.Features.Documents;
using Vejja.App.Tests.Running;
using Vejja.Tests.Shared;

namespace Vejja.App.Tests.Hostile;

/// <summary>Small files that claim to be, or unpack to, far more than there is room for; the real decoders see them.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class BombTests
{
    private const long MostBytes = 400L << 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ocr_Bombs_AreRefusedInLittleMemory()
    {
        using var reading = new PrescriptionReading(1);
        await using var service = await RunningService.StartAsync(change: options => options with { Workers = 0 }, reading: reading);
        service.Client.Timeout = TimeSpan.FromMinutes(10);
        using var memory = new MemoryGrowth();
        foreach (var (name, bytes) in HostilePictures.Bombs())
        {
            using var file = new ByteArrayContent(bytes);
            using var form = new MultipartFormDataContent { { file, "file", name } };
            using var response = await service.Client.PostAsync(new Uri(service.Address, "/ocr"), form, Stop);
            var text = await response.Content.ReadAsStringAsync(Stop);
            Assert.True((int)response.StatusCode is >= 400 and < 500, $"{name}: {(int)response.StatusCode} {text}");
            Leaks.AssertNone(service, text, name);
        }

        var grown = memory.End();
        TestContext.Current.TestOutputHelper!.WriteLine($"memory +{grown >> 20} MiB");
        Assert.True(grown < MostBytes, $"{grown >> 20} MiB more");
    }
}
