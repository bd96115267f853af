namespace Vejja.App.Web;

/// <summary>A request that cannot be served, by its own fault or for the moment; becomes problem details (RFC 9457).</summary>
/// <param name="status">HTTP status, 400 to 599.</param>
/// <param name="code">Stable code.</param>
/// <param name="message">One line for a person, without text of a document.</param>
/// <param name="inner">The cause.</param>
internal sealed class RequestRefusedException(int status, string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>When another attempt may do better; null where it would not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
