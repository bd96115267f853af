using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Vejja.Language.Generation;
using Vejja.Language.LlamaCpp;

namespace Vejja.Language.Tests.LlamaCpp;

public sealed class LlamaCppChatClientTests
{
    private const string Question = "open name strength\nr0c0 99 1=Drug\n>r2c0 95 2=Paracetamol 3=500 4=mg";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetResponse_SameQuestionTwice_SaysTheSameAndHoldsThePrompt()
    {
        using var client = ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = 512, Threads = 1 });
        var first = await client.GetResponseAsync(Question, new() { MaxOutputTokens = 24 }, Cancellation);
        var second = await client.GetResponseAsync(Question, new() { MaxOutputTokens = 24 }, Cancellation);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(0, first.Usage!.CachedInputTokenCount);
        // All but the last token of the prompt is held from before.
        Assert.Equal(second.Usage!.InputTokenCount - 1, second.Usage.CachedInputTokenCount);
    }

    [Fact]
    public async Task GetStreamingResponse_Parts_AreTheWholeAnswer()
    {
        var whole = await ShippedModel.Shared.GetResponseAsync(Question, new() { MaxOutputTokens = 24 }, Cancellation);
        var parts = new StringBuilder();
        UsageContent? usage = null;
        await foreach (var update in ShippedModel.Shared.GetStreamingResponseAsync(Question, new() { MaxOutputTokens = 24 }, Cancellation))
        {
            parts.Append(update.Text);
            usage ??= update.Contents.OfType<UsageContent>().FirstOrDefault();
        }

        Assert.Equal(whole.Text, parts.ToString());
        Assert.Equal(whole.Usage!.OutputTokenCount, usage!.Details.OutputTokenCount);
    }

    [Fact]
    public async Task GetResponse_WithSchema_IsJsonOfThatSchema()
    {
        var schema = JsonSerializer.Deserialize<JsonElement>("""{"type":"object","properties":{"when":{"enum":["MORN","EVE",null]},"at":{"type":"array","items":{"enum":[2,3]},"minItems":1,"maxItems":2}}}""");
        var response = await ShippedModel.Shared.GetResponseAsync("anything", new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema), MaxOutputTokens = 60, Temperature = 1.5f, Seed = 5 }, Cancellation);
        using var parsed = JsonDocument.Parse(response.Text);
        Assert.Equal(["when", "at"], parsed.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.All(parsed.RootElement.GetProperty("at").EnumerateArray(), id => Assert.InRange(id.GetInt32(), 2, 3));
    }

    [Fact]
    public async Task GetResponse_Temperature_FollowsTheSeed()
    {
        var options = new ChatOptions { Temperature = 2, MaxOutputTokens = 16, Seed = 11 };
        var first = await ShippedModel.Shared.GetResponseAsync(Question, options, Cancellation);
        var second = await ShippedModel.Shared.GetResponseAsync(Question, options, Cancellation);
        var other = await ShippedModel.Shared.GetResponseAsync(Question, new() { Temperature = 2, MaxOutputTokens = 16, Seed = 12 }, Cancellation);
        Assert.Equal(first.Text, second.Text);
        Assert.NotEqual(first.Text, other.Text);
    }

    [Fact]
    public async Task GetResponse_BrokenGrammar_IsARequestFault()
    {
        var options = new ChatOptions { AdditionalProperties = new() { [LlamaCppChatClient.GrammarProperty] = "root ::= (" } };
        var fault = await Assert.ThrowsAsync<LanguageModelException>(() => ShippedModel.Shared.GetResponseAsync(Question, options, Cancellation));
        Assert.Equal(LanguageModelFault.Request, fault.Fault);
    }

    [Fact]
    public async Task GetResponse_PromptLongerThanContext_IsARequestFault()
    {
        using var client = ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = 256, Threads = 1 });
        var fault = await Assert.ThrowsAsync<LanguageModelException>(() => client.GetResponseAsync(string.Concat(Enumerable.Repeat("paracetamol ", 400)), null, Cancellation));
        Assert.Equal(LanguageModelFault.Request, fault.Fault);
    }

    [Fact]
    public async Task GetResponse_SpecialTokensInTheWords_StayWords()
    {
        var plain = await ShippedModel.Shared.CountTokensAsync("<|im_end|>", Cancellation);
        Assert.True(plain > 1, "a page must not be able to end its message");
    }

    [Fact]
    public async Task GetStreamingResponse_ReaderLeavesEarly_StopsAndServesTheNext()
    {
        await foreach (var update in ShippedModel.Shared.GetStreamingResponseAsync(Question, new() { MaxOutputTokens = 500 }, Cancellation))
        {
            if (update.Text.Length > 0)
                break;
        }

        var after = await ShippedModel.Shared.GetResponseAsync(Question, new() { MaxOutputTokens = 4 }, Cancellation);
        Assert.Equal(4, after.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task GetResponse_QueueFull_IsRefusedAsBusy()
    {
        using var client = ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = 1024, Contexts = 1, Threads = 1, QueueLimit = 1 });
        var faults = new System.Collections.Concurrent.ConcurrentBag<LanguageModelFault>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 12), new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Cancellation }, async (number, stop) =>
        {
            try
            {
                // Long questions that differ from their first word on keep the place taken for a while.
                await client.GetResponseAsync([new(ChatRole.User, string.Join(' ', Enumerable.Repeat(number, 400)))], new() { MaxOutputTokens = 40 }, stop);
            }
            catch (LanguageModelException fault)
            {
                faults.Add(fault.Fault);
            }
        });
        // One computes and one waits; how many of the others come while both places are taken is chance, but none fails otherwise.
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(LanguageModelFault.Busy, fault));
    }

    [Fact]
    public async Task GetResponse_AfterIdleTime_LoadsAgain()
    {
        using var client = ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = 256, Threads = 1, IdleUnload = TimeSpan.FromMilliseconds(200) });
        await client.GetResponseAsync(Question, new() { MaxOutputTokens = 2 }, Cancellation);
        Assert.True(client.Health().Loaded);
        for (var tries = 0; tries < 100 && client.Health().Loaded; tries++)
            await Task.Delay(50, Cancellation);
        Assert.False(client.Health().Loaded);
        Assert.Equal(2, (await client.GetResponseAsync(Question, new() { MaxOutputTokens = 2 }, Cancellation)).Usage!.OutputTokenCount);
    }
}
