using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Vejja.Language.Generation;
using Vejja.Language.Interop;

namespace Vejja.Language.LlamaCpp;

/// <summary>
/// A conversation as tokens, by the model file's own chat template. What people and pages say is put in after the template is laid out,
/// and never read for special tokens: a page cannot end its message and begin another.
/// </summary>
internal static partial class ChatPrompt
{
    // Stands for a message's words while the template is laid out; U+E000 is of the private use area.
    private const string Mark = "\uE000";

    /// <summary>Token ids, ready for the assistant's answer.</summary>
    public static int[] Write(LlamaModel model, IReadOnlyList<ChatMessage> messages)
    {
        var laidOut = Lay(model.Template ?? "chatml", [.. messages.Select((message, index) => (message.Role.Value, string.Create(CultureInfo.InvariantCulture, $"{Mark}{index}{Mark}")))]);
        var tokens = new List<int>();
        if (model.Beginning is { } beginning)
            tokens.Add(beginning);
        var at = 0;
        foreach (Match place in Place().Matches(laidOut))
        {
            tokens.AddRange(Fixed(model, laidOut[at..place.Index], tokens.Count));
            var words = messages[int.Parse(place.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)].Text;
            tokens.AddRange(model.Tokenize(words.Replace(Mark, "", StringComparison.Ordinal), parseSpecial: false));
            at = place.Index + place.Length;
        }

        tokens.AddRange(Fixed(model, laidOut[at..], tokens.Count));
        return [.. tokens];
    }

    /// <summary>A part of the template; a beginning token that the template writes itself is not doubled.</summary>
    private static int[] Fixed(LlamaModel model, string text, int before)
    {
        if (text.Length == 0)
            return [];
        var tokens = model.Tokenize(text, parseSpecial: true);
        return before == 1 && tokens.Length > 0 && tokens[0] == model.Beginning ? tokens[1..] : tokens;
    }

    private static unsafe string Lay(string template, (string Role, string Content)[] messages)
    {
        var texts = new List<nint>();
        try
        {
            nint Native(string text)
            {
                texts.Add(Marshal.StringToCoTaskMemUTF8(text));
                return texts[^1];
            }

            var native = messages.Select(message => new LlamaChatMessage { Role = Native(message.Role), Content = Native(message.Content) }).ToArray();
            var buffer = new byte[messages.Sum(message => message.Content.Length + message.Role.Length) + 4096];
            fixed (LlamaChatMessage* first = native)
            fixed (byte* target = buffer)
            {
                var length = Llama.llama_chat_apply_template((byte*)Native(template), first, (nuint)native.Length, true, target, buffer.Length);
                return length >= 0 && length <= buffer.Length
                    ? Encoding.UTF8.GetString(buffer, 0, length)
                    : throw new LanguageModelException(LanguageModelFault.Broken, "llama.cpp does not know the model's chat template.");
            }
        }
        finally
        {
            texts.ForEach(Marshal.FreeCoTaskMem);
        }
    }

    [GeneratedRegex(Mark + "([0-9]+)" + Mark, RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
