namespace Vejja.Language.OpenAi;

/// <summary>A server that speaks OpenAI's chat completions: Ollama, llama-server, vLLM.</summary>
public sealed record OpenAiOptions
{
    /// <summary>Root of the interface, such as <c>http://127.0.0.1:11434/v1</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model's name on that server.</summary>
    public required string Model { get; init; }

    /// <summary>Key, where the server asks for one; local servers take any.</summary>
    public string Key { get; init; } = "none";

    /// <summary>Longest silence of the server, 1 s to 1 h. Default 2 minutes: a model that is not loaded yet answers late.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Requests under way at one time, 1 to 256. Default 4.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>Requests that may wait before further ones are refused, 0 to 10000. Default 32.</summary>
    public int QueueLimit { get; init; } = 32;

    /// <summary>Throws for a value outside its range.</summary>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Endpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(Model);
        if (Endpoint.Scheme is not ("http" or "https"))
            throw new ArgumentException("The endpoint must be an http or https address.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Timeout, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, TimeSpan.FromHours(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Parallelism, 256);
        ArgumentOutOfRangeException.ThrowIfNegative(QueueLimit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(QueueLimit, 10_000);
    }
}
