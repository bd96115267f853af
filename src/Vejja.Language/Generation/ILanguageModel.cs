using Microsoft.Extensions.AI;

namespace Vejja.Language.Generation;

/// <summary>
/// A model that writes text: the one interface for everything is <see cref="IChatClient"/>; this adds what an operator asks of it.
/// Structured output is asked for through <see cref="ChatOptions.ResponseFormat"/> with a JSON schema. Where no model is set up,
/// the reference is null, and every caller works without.
/// </summary>
public interface ILanguageModel : IChatClient
{
    /// <summary>How it fares now.</summary>
    LanguageModelHealth Health();
}
