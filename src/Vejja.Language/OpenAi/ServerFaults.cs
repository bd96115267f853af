using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Vejja.Language.Generation;

namespace Vejja.Language.OpenAi;

/// <summary>What servers and the client library throw, as faults that a caller can act on. Answers' texts never enter a message.</summary>
internal static class ServerFaults
{
    /// <summary>The fault; null where the exception is none of a server's doing.</summary>
    public static LanguageModelException? Of(Exception exception, string model) => exception switch
    {
        LanguageModelException known => known,
        ClientResultException { Status: 404 } => new(LanguageModelFault.Missing, $"The server has no model '{model}': pull or load it first.", exception),
        ClientResultException { Status: 429 or 503 } => new(LanguageModelFault.Busy, "The language model's server is busy or still loading.", exception),
        ClientResultException { Status: 400 or 413 or 422 } => new(LanguageModelFault.Request, "The language model's server refused the request.", exception),
        ClientResultException { Status: 0 } => new(LanguageModelFault.Server, "The language model's server cannot be reached.", exception),
        ClientResultException result => new(LanguageModelFault.Server, string.Create(CultureInfo.InvariantCulture, $"The language model's server answered {result.Status}."), exception),
        HttpRequestException or IOException => new(LanguageModelFault.Server, "The language model's server cannot be reached.", exception),
        // The library reads members of the answer as it needs them, and each of these is a member that was missing or of another kind.
        JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or FormatException or NotSupportedException
            => new(LanguageModelFault.Server, "The language model's server gave no answer in the shape of OpenAI's.", exception),
        TaskCanceledException or TimeoutException => new(LanguageModelFault.Server, "The language model's server fell silent.", exception),
        AggregateException { InnerException: { } inner } => Of(inner, model),
        _ => null,
    };
}
