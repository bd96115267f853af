using System.Diagnostics;
using Microsoft.Extensions.AI;
using Vejja.Language.Generation;
using Vejja.Tests.Shared;

namespace Vejja.Language.Tests.LlamaCpp;

/// <summary>Many at once, some of them cancelled: the host lives, every request ends, and nothing piles up.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class RobustnessTests
{
    [Fact]
    public async Task GetResponse_TwoHundredAtEightAtOnce_AllEndAndTheMemoryStays()
    {
        var isLong = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1";
        var total = isLong ? 200 : 40;
        using var client = ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = 512, Contexts = 2, Threads = 1, QueueLimit = 16 });
        await RunAsync(client, 16, 1);
        var before = Resident();
        var (done, cancelled) = await RunAsync(client, total, 2);
        Assert.Equal(total, done + cancelled);
        Assert.True(done > 0 && cancelled > 0, $"{done} done, {cancelled} cancelled");
        // Buffers of the runtime move by some MiB; a context that is not given back would be larger.
        Assert.True(Resident() - before < 48 << 20, $"grew by {(Resident() - before) >> 20} MiB");
        Assert.Equal(0, client.Health().Waiting);
        var after = await client.GetResponseAsync("open name\n>r2c0 95 2=Amoxicillin", new() { MaxOutputTokens = 4 }, TestContext.Current.CancellationToken);
        Assert.InRange(after.Usage!.OutputTokenCount!.Value, 0, 4);
    }

    [Fact]
    public async Task Dispose_WhileOthersCompute_EndsThemAndDoesNotCrash()
    {
        for (var round = 0; round < 5; round++)
        {
            var client = ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = 2048, Contexts = 2, Threads = 1, QueueLimit = 8 });
#pragma warning disable CA2025 // That the client is disposed while they compute is what is tested.
            var work = Enumerable.Range(0, 4).Select(_ => Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetResponseAsync("x", OpenAi.ProviderSuiteTests.Endless(), TestContext.Current.CancellationToken))).ToArray();
#pragma warning restore CA2025
            await Task.Delay(60 * round, TestContext.Current.CancellationToken);
            client.Dispose();
            await Task.WhenAll(work);
        }
    }

    private static async Task<(int Done, int Cancelled)> RunAsync(ILanguageModel client, int total, int seed)
    {
        var dice = new Random(seed);
        var (done, cancelled) = (0, 0);
        var patience = Enumerable.Range(0, total).Select(index => index % 3 == 0 ? dice.Next(1, 40) : -1).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, total), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (index, _) =>
        {
            using var stop = new CancellationTokenSource();
            if (patience[index] > 0)
                stop.CancelAfter(patience[index]);
            try
            {
                await client.GetResponseAsync($"open name strength\n>r{index % 9}c0 95 2=Amoxicillin 3={index} 4=mg", new ChatOptions { MaxOutputTokens = 48 }, stop.Token);
                Interlocked.Increment(ref done);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
            }
        });
        return (done, cancelled);
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
