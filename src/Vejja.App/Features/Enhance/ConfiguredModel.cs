using Microsoft.Extensions.AI;
using Vejja.Inference.Runtime;
using Vejja.Language.Enhancement;
using Vejja.Language.Generation;

namespace Vejja.App.Features.Enhance;

/// <summary>The process's language model: what the operator set up, else the one that ships.</summary>
internal sealed class ConfiguredModel : IDisposable
{
    private const string Shipped = "models/enhancer-v2.gguf";
    private readonly TimeProvider time;
    private Enhancer? enhancer;

    /// <summary>Opens what is set up; nothing is loaded yet.</summary>
    /// <param name="path">A GGUF file that wins over the environment; null for the environment's.</param>
    /// <param name="time">Measures and limits.</param>
    /// <exception cref="LanguageModelException">What is set up cannot be.</exception>
    public ConfiguredModel(string? path, TimeProvider time)
    {
        this.time = time;
        Model = LanguageModels.Open(path, InstalledFiles.FindAbove(Shipped), time);
    }

    /// <summary>The model; null for none.</summary>
    public ILanguageModel? Model { get; }

    /// <summary>Asks this model.</summary>
    /// <exception cref="LanguageModelException">The model's file is missing or broken.</exception>
    public Enhancer Enhancer => enhancer ??= new(Model, EnhancerOptions.For(Model), time);

    /// <summary>Asks this model through another, which counts or limits.</summary>
    public Enhancer EnhancerWith(IChatClient? through) => new(through, EnhancerOptions.For(Model), time);

    /// <inheritdoc/>
    public void Dispose() => Model?.Dispose();
}
