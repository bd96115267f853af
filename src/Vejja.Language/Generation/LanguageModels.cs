using Vejja.Language.LlamaCpp;
using Vejja.Language.OpenAi;

namespace Vejja.Language.Generation;

/// <summary>The language model that an operator set up by environment variables; docs/language.md lists them.</summary>
public static class LanguageModels
{
    /// <summary>Path of a GGUF file that runs in this process; <c>none</c> for no model at all.</summary>
    public const string ModelVariable = "VEJJA_LANGUAGE_MODEL";

    /// <summary>Root of a server that speaks OpenAI's chat completions.</summary>
    public const string ServerVariable = "VEJJA_LANGUAGE_SERVER";

    /// <summary>The model's name on that server.</summary>
    public const string ServerModelVariable = "VEJJA_LANGUAGE_SERVER_MODEL";

    /// <summary>The server's key.</summary>
    public const string ServerKeyVariable = "VEJJA_LANGUAGE_SERVER_KEY";

    /// <summary>Opens what is set up; null for nothing. Nothing is loaded or sent yet.</summary>
    /// <param name="modelPath">Wins over the environment; null for the environment's.</param>
    /// <param name="shippedPath">Stands in where nothing is set up; null for nothing.</param>
    /// <param name="time">Measures and unloads.</param>
    /// <exception cref="LanguageModelException">What is set up cannot be: the message names the variable.</exception>
    public static ILanguageModel? Open(string? modelPath, string? shippedPath, TimeProvider time)
    {
        if ((modelPath ?? Variable(ModelVariable)) is { } path)
            return path == "none" ? null : new LlamaCppChatClient(new() { ModelPath = path }, time);
        if (Variable(ServerVariable) is not { } server)
            return shippedPath is null ? null : new LlamaCppChatClient(new() { ModelPath = shippedPath }, time);
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new LanguageModelException(LanguageModelFault.Request, $"{ServerVariable} must be an http or https address.");
        return new OpenAiLanguageModel(new()
        {
            Endpoint = address,
            Model = Variable(ServerModelVariable) ?? throw new LanguageModelException(LanguageModelFault.Request, $"{ServerModelVariable} must name the model on the server."),
            Key = Variable(ServerKeyVariable) ?? "none",
        });
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
