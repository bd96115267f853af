using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Vejja.Language.OpenAi;

namespace Vejja.Language.Tests.OpenAi;

/// <summary>What a server is put into.</summary>
public enum Situation
{
    /// <summary>It holds the model and answers.</summary>
    Serves,

    /// <summary>It does not hold the model.</summary>
    Missing,

    /// <summary>It computes for others, or still loads.</summary>
    Busy,

    /// <summary>The prompt is longer than its context.</summary>
    TooLong,

    /// <summary>It breaks.</summary>
    Fails,

    /// <summary>It computes longer than anybody waits.</summary>
    Slow,
}

/// <summary>A server of one make in one situation, and the question that the suite asks it.</summary>
/// <param name="answer">Answers a request.</param>
/// <param name="expected">What it says to <see cref="Question"/>.</param>
/// <param name="also">What goes with it.</param>
internal sealed class Provider(Func<string, HttpListenerResponse, Task> answer, string expected, params IDisposable[] also) : IDisposable
{
    private readonly ReplayServer server = new(answer);

    /// <summary>A row that every make is asked about.</summary>
    public const string Question = "open name\nDrug|Paracetamol 2|500 3|mg 4";

    /// <summary>What every make is told to keep to.</summary>
    public static readonly JsonElement Schema = JsonSerializer.Deserialize<JsonElement>(
        """{"type":"object","properties":{"name":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"integer","enum":[2,3,4]}}},"required":["name"],"additionalProperties":false}""");

    /// <summary>The makes.</summary>
    public static readonly string[] Makes = ["ollama", "llama-server", "vllm", "our own model"];

    /// <summary>What it says to <see cref="Question"/>.</summary>
    public string Expected { get; } = expected;

    /// <summary>What it was asked.</summary>
    public IReadOnlyList<string> Requests => server.Requests;

    public static async Task<Provider> OpenAsync(string make, Situation situation) => make == "our own model"
        ? await ModelServer.OpenAsync(situation)
        : new((request, response) => Recordings.AnswerAsync(make, situation, request, response), Recordings.Answer);

    public OpenAiLanguageModel Client() => new(new() { Endpoint = server.Address, Model = "llama3.1:8b", Timeout = TimeSpan.FromSeconds(60) });

    public static ChatOptions Options() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "fields"), Seed = 7, MaxOutputTokens = 24 };

    public void Dispose()
    {
        server.Dispose();
        foreach (var each in also)
            each.Dispose();
    }
}
