using System.Text;

namespace Vejja.Language.LlamaCpp;

/// <summary>Tokens' bytes to text as they come: a sign whose bytes come apart waits, and so does what may be the beginning of a stop sequence.</summary>
internal sealed class AnswerText(IList<string> stops, Action<string> write)
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private string held = "";

    /// <summary>Adds a token's bytes.</summary>
    /// <returns>Whether the answer goes on; false when a stop sequence came.</returns>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        Span<char> signs = stackalloc char[bytes.Length + 4];
        held += signs[..decoder.GetChars(bytes, signs, flush: false)].ToString();
        foreach (var stop in stops)
        {
            var at = held.IndexOf(stop, StringComparison.Ordinal);
            if (at < 0)
                continue;
            Put(at);
            held = "";
            return false;
        }

        Put(held.Length - Enumerable.Range(0, held.Length).Select(start => held.Length - start).FirstOrDefault(length => stops.Any(stop => stop.StartsWith(held[^length..], StringComparison.Ordinal))));
        return true;
    }

    /// <summary>Writes what still waits.</summary>
    public void End()
    {
        Put(held.Length);
        // Bytes that never became a sign are damage of the model's, shown as such.
        Span<char> signs = stackalloc char[4];
        held = signs[..decoder.GetChars([], signs, flush: true)].ToString();
        Put(held.Length);
    }

    private void Put(int length)
    {
        if (length > 0)
            write(held[..length]);
        held = held[length..];
    }
}
