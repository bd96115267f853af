using System.Text.Json;
using Vejja.Language.LlamaCpp;

namespace Vejja.Language.Tests.LlamaCpp;

/// <summary>Greedy answers of the shipped weights equal those that PyTorch computed from the same weights (training/language/parity.py), near-ties left out.</summary>
public sealed class ParityTests
{
    /// <summary>Where PyTorch's best two tokens lie closer than this, llama.cpp's 16-bit sums may choose the other; the answers part there, and the comparison ends.</summary>
    private const double NearTie = 0.02;

    [Fact]
    public void Greedy_FiftyPrompts_SixtyFourTokens_EqualsPyTorch()
    {
        var options = new LlamaCppOptions { ModelPath = ShippedModel.Path, ContextTokens = 1024, Threads = 1 };
        using var model = LlamaModel.Load(options, () => long.MaxValue);
        using var context = new LlamaContext(model, options);
        var path = Path.Combine(ShippedModel.Root, "tests", "Vejja.Language.Tests", "LlamaCpp", "parity.json");
        using var cases = JsonDocument.Parse(File.ReadAllBytes(path));
        var (compared, prompts) = (0, 0);
        foreach (var each in cases.RootElement.EnumerateArray())
        {
            int[] prompt = [.. each.GetProperty("prompt").EnumerateArray().Select(id => id.GetInt32())];
            // The conversation is laid out and cut into the same tokens as in training.
            Assert.Equal(prompt, ChatPrompt.Write(model, [new(Microsoft.Extensions.AI.ChatRole.User, each.GetProperty("question").GetString())]));
            var answer = each.GetProperty("answer").EnumerateArray().Select(id => id.GetInt32()).ToArray();
            var margins = each.GetProperty("margins").EnumerateArray().Select(margin => margin.GetDouble()).ToArray();
            context.Begin(prompt, TestContext.Current.CancellationToken);
            for (var step = 0; step < answer.Length && margins[step] >= NearTie; step++)
            {
                var best = Best(context.Logits);
                Assert.True(best == answer[step], $"prompt {prompts}, token {step}: {best}, PyTorch {answer[step]}, margin {margins[step]}");
                compared++;
                context.Continue(best, TestContext.Current.CancellationToken);
            }

            prompts++;
        }

        Assert.Equal(50, prompts);
        TestContext.Current.TestOutputHelper!.WriteLine($"{compared} tokens compared");
        Assert.True(compared > 1500, $"only {compared} of 3200 tokens could be compared");
    }

    private static int Best(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var token = 1; token < logits.Length; token++)
        {
            if (logits[token] > logits[best])
                best = token;
        }

        return best;
    }
}
