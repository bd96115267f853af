using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;

namespace Vejja.Language.Tests.LlamaCpp;

/// <summary>
/// What a large model costs in this process: VEJJA_TEST_MODEL=FILE.gguf, such as one of training/language/eight_billion.py. Memory is compared with what Vejja
/// says beforehand, since it refuses to load by that.
/// </summary>
public sealed class ModelCostTests
{
    private const int AnswerTokens = 16;

    [Fact]
    public async Task GetResponse_LargeModel_CostsWhatItSaysAndCanBeCancelled()
    {
        if (Environment.GetEnvironmentVariable("VEJJA_TEST_MODEL") is not { Length: > 0 } path)
        {
            Assert.Skip("VEJJA_TEST_MODEL names no model");
            return;
        }

        var cancellation = TestContext.Current.CancellationToken;
        var before = PeakMebibytes();
        using var client = ShippedModel.Open(new() { ModelPath = path, ContextTokens = 4096 });
        var load = Stopwatch.GetTimestamp();
        await client.CountTokensAsync("x", cancellation);
        var loaded = Stopwatch.GetElapsedTime(load);

        var prompt = string.Join(' ', Enumerable.Range(10, 12).Select(word => $"aa{word}"));
        var first = Stopwatch.GetTimestamp();
        var answer = await client.GetResponseAsync(prompt, new() { MaxOutputTokens = 1 }, cancellation);
        var read = Stopwatch.GetElapsedTime(first);
        var second = Stopwatch.GetTimestamp();
        var more = await client.GetResponseAsync(prompt, new() { MaxOutputTokens = AnswerTokens }, cancellation);
        var said = Stopwatch.GetElapsedTime(second);

        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var began = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync("other " + prompt + prompt, new() { MaxOutputTokens = 64 }, stop.Token));
        var ended = Stopwatch.GetElapsedTime(began) - TimeSpan.FromSeconds(2);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{new FileInfo(path).Length / 1e9:0.00} GB: loaded in {loaded.TotalSeconds:0.0} s; prompt {answer.Usage!.InputTokenCount} tokens at {answer.Usage.InputTokenCount / read.TotalSeconds:0.0} a second; answer {more.Usage!.OutputTokenCount} tokens at {more.Usage.OutputTokenCount / said.TotalSeconds:0.0} a second; cancelled after {ended.TotalMilliseconds:0} ms; peak memory {PeakMebibytes() - before} MiB"));
        Assert.True(ended < TimeSpan.FromSeconds(10), "cancelling takes too long");
    }

    /// <summary>Peak resident memory of this process.</summary>
    private static long PeakMebibytes() =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;
}
