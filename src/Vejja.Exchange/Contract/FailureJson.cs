using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>The line that stands in the place of a file which could not be read.</summary>
public static class FailureJson
{
    /// <summary><c>{"file":…,"error":{"code":…,"message":…}}</c>, one line.</summary>
    /// <param name="file">The file's name as given by the caller.</param>
    /// <param name="code">A code for programs, such as <c>unreadable</c>.</param>
    /// <param name="message">One clear line for people.</param>
    public static string Write(string file, string code, string message) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteObject("error", part =>
        {
            part.WriteString("code", code);
            part.WriteString("message", message);
        });
        json.WriteEndObject();
    });
}
