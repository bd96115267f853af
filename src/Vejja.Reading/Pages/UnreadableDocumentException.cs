namespace Vejja.Reading.Pages;

/// <summary>A file that cannot be read, by its own fault; the message is one line for a person and holds no path of ours.</summary>
/// <param name="code">A stable code: <c>empty-file</c>, <c>unsupported-format</c>, <c>damaged-file</c>, <c>too-large</c>, <c>too-many-pixels</c>, <c>too-many-pages</c>, <c>timeout</c>.</param>
/// <param name="message">What is wrong, in one line.</param>
/// <param name="inner">The cause, for the log of a developer.</param>
public sealed class UnreadableDocumentException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
