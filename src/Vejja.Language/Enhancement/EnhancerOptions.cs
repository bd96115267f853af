using Vejja.Language.Generation;
using Vejja.Language.LlamaCpp;

namespace Vejja.Language.Enhancement;

/// <summary>Limits of the enhancer.</summary>
public sealed record EnhancerOptions
{
    /// <summary>Longest time for one medicine, 1 s to 10 min; then the rules' result stands, with a warning. Default 20 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest time for a sheet, 1 s to 1 h. Default 2 minutes.</summary>
    public TimeSpan SheetTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most tokens of an answer, 16 to 4096. Default 512.</summary>
    public int AnswerTokens { get; init; } = 512;

    /// <summary>Whether the model takes the bare question (the medicine's own row, no instructions), as the one that ships was trained on.</summary>
    public bool BareQuestion { get; init; }

    /// <summary>The options that suit a model: its file can say that it takes the bare question.</summary>
    /// <exception cref="LanguageModelException">The model's file is missing or broken.</exception>
    public static EnhancerOptions For(ILanguageModel? model) => new() { BareQuestion = model is LlamaCppChatClient local && local.Metadata("vejja.question") == "bare" };
}
