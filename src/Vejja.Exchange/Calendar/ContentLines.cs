using System.Globalization;
using System.Text;

namespace Vejja.Exchange.Calendar;

/// <summary>RFC 5545 content lines: escaping of texts (3.3.11) and folding (3.1).</summary>
internal sealed class ContentLines
{
    /// <summary>Octets of a line without its line break.</summary>
    private const int MaximumOctets = 75;

    private readonly StringBuilder text = new();

    /// <summary>One property; the value is written as it is.</summary>
    public void Add(string name, string value)
    {
        var line = $"{name}:{value}".AsSpan();
        var octets = 0;
        while (!line.IsEmpty)
        {
            var length = UnitLength(line);
            var size = Encoding.UTF8.GetByteCount(line[..length]);
            if (octets + size > MaximumOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(line[..length]);
            octets += size;
            line = line[length..];
        }

        text.Append("\r\n");
    }

    /// <summary>One property whose value is a text for people.</summary>
    public void AddText(string name, string value) => Add(name, Escape(value));

    /// <summary>All lines.</summary>
    public override string ToString() => text.ToString();

    /// <summary>What must stay together: a letter with its signs, or one code point where even that is longer than a line.</summary>
    private static int UnitLength(ReadOnlySpan<char> line)
    {
        var length = StringInfo.GetNextTextElementLength(line);
        if (Encoding.UTF8.GetByteCount(line[..length]) < MaximumOctets)
            return length;
        _ = Rune.DecodeFromUtf16(line, out _, out var consumed);
        return consumed;
    }

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            escaped.Append(character switch
            {
                '\\' => "\\\\",
                ';' => "\\;",
                ',' => "\\,",
                '\n' => "\\n",
                _ when char.IsControl(character) => " ",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
