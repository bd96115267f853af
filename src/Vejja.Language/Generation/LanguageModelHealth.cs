namespace Vejja.Language.Generation;

/// <summary>Whether a language model serves, and how it fares.</summary>
/// <param name="Provider"><c>llama.cpp</c>, <c>openai</c> or <c>none</c>.</param>
/// <param name="Model">Its name; null where there is none.</param>
/// <param name="Serves">Whether a request would be taken now.</param>
/// <param name="Note">Why not, in one line; null where it serves.</param>
/// <param name="Waiting">Requests in the queue.</param>
/// <param name="Loaded">Whether the weights are in memory; an unloaded model loads at the next request.</param>
public sealed record LanguageModelHealth(string Provider, string? Model, bool Serves, string? Note, int Waiting, bool Loaded);
