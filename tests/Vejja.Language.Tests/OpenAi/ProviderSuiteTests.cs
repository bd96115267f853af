using System.Text.Json;
using Microsoft.Extensions.AI;
using Vejja.Language.Generation;

namespace Vejja.Language.Tests.OpenAi;

/// <summary>What every server must do for us, whatever its make: recordings of Ollama, llama-server and vLLM, and our own model computing behind the same interface.</summary>
public sealed class ProviderSuiteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Makes() => [.. Provider.Makes];

    public static TheoryData<string, Situation, LanguageModelFault> Faults()
    {
        var faults = new TheoryData<string, Situation, LanguageModelFault>();
        foreach (var make in Provider.Makes)
        {
            faults.Add(make, Situation.Missing, LanguageModelFault.Missing);
            faults.Add(make, Situation.Busy, LanguageModelFault.Busy);
            faults.Add(make, Situation.TooLong, LanguageModelFault.Request);
            faults.Add(make, Situation.Fails, LanguageModelFault.Server);
        }

        return faults;
    }

    /// <summary>An answer that takes hundreds of tokens, by its schema.</summary>
    internal static ChatOptions Endless() => new()
    {
        MaxOutputTokens = 1900,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonSerializer.Deserialize<JsonElement>(
            """{"type":"array","minItems":400,"maxItems":400,"items":{"type":"integer","enum":[11,12]}}"""), "numbers"),
    };

    [Theory]
    [MemberData(nameof(Makes))]
    public async Task GetResponse_Serves_GivesTextAndUsage(string make)
    {
        using var provider = await Provider.OpenAsync(make, Situation.Serves);
        using var model = provider.Client();
        var response = await model.GetResponseAsync(Provider.Question, Provider.Options(), Cancellation);
        Assert.Equal(provider.Expected, response.Text);
        Assert.True(response.Usage is { InputTokenCount: > 8, OutputTokenCount: > 2 }, "usage");
        Assert.Equal(response.Usage.InputTokenCount + response.Usage.OutputTokenCount, response.Usage.TotalTokenCount);
        Assert.True(model.Health().Serves);
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public async Task GetResponse_Serves_KeepsToTheSchemaThatItWasSent(string make)
    {
        using var provider = await Provider.OpenAsync(make, Situation.Serves);
        using var model = provider.Client();
        var response = await model.GetResponseAsync([new(ChatRole.System, "s"), new(ChatRole.User, Provider.Question)], Provider.Options(), Cancellation);
        using var answer = JsonDocument.Parse(response.Text);
        Assert.All(Assert.Single(answer.RootElement.EnumerateObject()).Value.EnumerateArray(), number => Assert.InRange(number.GetInt32(), 2, 4));
        using var sent = JsonDocument.Parse(Assert.Single(provider.Requests));
        var format = sent.RootElement.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(format.GetProperty("strict").GetBoolean());
        Assert.Equal(Provider.Schema.GetRawText(), format.GetProperty("schema").GetRawText());
        Assert.Equal((7, 0), (sent.RootElement.GetProperty("seed").GetInt32(), sent.RootElement.GetProperty("temperature").GetInt32()));
        Assert.False(sent.RootElement.TryGetProperty("tools", out _));
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public async Task GetStreamingResponse_Serves_PartsAreTheWholeAnswer(string make)
    {
        using var provider = await Provider.OpenAsync(make, Situation.Serves);
        using var model = provider.Client();
        var parts = new List<string>();
        await foreach (var update in model.GetStreamingResponseAsync(Provider.Question, Provider.Options(), Cancellation))
            parts.Add(update.Text);
        Assert.Equal(provider.Expected, string.Concat(parts));
        Assert.True(model.Health().Serves);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task GetResponse_ServerCannot_IsThatFault(string make, Situation situation, LanguageModelFault expected)
    {
        using var provider = await Provider.OpenAsync(make, situation);
        using var model = provider.Client();
        var question = situation is Situation.TooLong ? string.Concat(Enumerable.Repeat("Paracetamol ", 400)) : Provider.Question;
        var fault = await Assert.ThrowsAsync<LanguageModelException>(() => model.GetResponseAsync(question, Provider.Options(), Cancellation));
        Assert.Equal(expected, fault.Fault);
        Assert.False(model.Health().Serves);
        Assert.DoesNotContain("Paracetamol", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task GetStreamingResponse_ServerCannot_IsThatFault(string make, Situation situation, LanguageModelFault expected)
    {
        using var provider = await Provider.OpenAsync(make, situation);
        using var model = provider.Client();
        var question = situation is Situation.TooLong ? string.Concat(Enumerable.Repeat("Paracetamol ", 400)) : Provider.Question;
        var fault = await Assert.ThrowsAsync<LanguageModelException>(async () =>
        {
            await foreach (var update in model.GetStreamingResponseAsync(question, Provider.Options(), Cancellation))
                Assert.Empty(update.Text);
        });
        Assert.Equal(expected, fault.Fault);
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public async Task GetResponse_CallerCancels_IsACancellationAndNoFault(string make)
    {
        using var provider = await Provider.OpenAsync(make, Situation.Slow);
        using var model = provider.Client();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.GetResponseAsync(Provider.Question, Endless(), stop.Token));
        Assert.True(model.Health().Serves);
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public async Task GetStreamingResponse_CallerCancelsInTheMiddle_EndsAtOnce(string make)
    {
        using var provider = await Provider.OpenAsync(make, Situation.Slow);
        using var model = provider.Client();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        stop.CancelAfter(TimeSpan.FromMilliseconds(make == "our own model" ? 10_000 : 300));
        var parts = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in model.GetStreamingResponseAsync(Provider.Question, Endless(), stop.Token))
            {
                if (update.Text.Length > 0 && ++parts == 3)
                    await stop.CancelAsync();
            }
        });
        Assert.InRange(parts, 0, 399);
        Assert.True(model.Health().Serves);
    }
}
