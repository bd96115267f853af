namespace Vejja.Language.LlamaCpp;

/// <summary>How a model runs in this process. Every value is checked when a model is made.</summary>
public sealed record LlamaCppOptions
{
    /// <summary>Path of the GGUF file.</summary>
    public required string ModelPath { get; init; }

    /// <summary>Tokens of question and answer together, 256 to 131072. Default 4096.</summary>
    public int ContextTokens { get; init; } = 4096;

    /// <summary>Contexts, and so requests, at one time, 1 to 64; each has its own cache of keys and values. Default 1.</summary>
    public int Contexts { get; init; } = 1;

    /// <summary>Processor threads of one request, 1 to 256. Default: the processor's.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 256);

    /// <summary>Requests that may wait before further ones are refused, 0 to 10000. Default 32.</summary>
    public int QueueLimit { get; init; } = 32;

    /// <summary>Most tokens of an answer where the request does not say, 1 to 131072. Default 512.</summary>
    public int AnswerTokens { get; init; } = 512;

    /// <summary>Tokens computed at one go, 32 to 4096; more is faster and takes more memory. Default 512.</summary>
    public int BatchTokens { get; init; } = 512;

    /// <summary>After so long without a request the weights leave the memory; null keeps them. Default 10 minutes.</summary>
    public TimeSpan? IdleUnload { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Memory that must stay free beside the model, in bytes. Default 256 MiB.</summary>
    public long MemoryReserve { get; init; } = 256L << 20;

    /// <summary>Throws for a value outside its range.</summary>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(ModelPath);
        Within(ContextTokens, 256, 131072, nameof(ContextTokens));
        Within(Contexts, 1, 64, nameof(Contexts));
        Within(Threads, 1, 256, nameof(Threads));
        Within(QueueLimit, 0, 10_000, nameof(QueueLimit));
        Within(AnswerTokens, 1, 131072, nameof(AnswerTokens));
        Within(BatchTokens, 32, 4096, nameof(BatchTokens));
        ArgumentOutOfRangeException.ThrowIfNegative(MemoryReserve);
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie from {least} to {most}.");
    }
}
