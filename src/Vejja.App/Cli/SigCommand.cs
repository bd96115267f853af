using System.CommandLine;
using System.Globalization;
using System.Text;
using Vejja.Domain.Dosing;
using Vejja.Exchange.Contract;
using Vejja.Exchange.Wording;
using Vejja.Reading.Dosing;
using Vejja.Reading.Pages;
using Vejja.Reading.Safety;

namespace Vejja.App.Cli;

/// <summary><c>vejja sig [TEXT | --file F] [--format json|text] [--language en|fr|km]</c>: one line out for each line of dosing instructions.</summary>
internal static class SigCommand
{
    private const int LongestLineBytes = 64 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var text = new Argument<string?>("TEXT") { Description = "One line of dosing instructions; without it and without --file, standard input is read.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<FileInfo?>("--file") { Description = "A UTF-8 file with one sig a line." };
        var format = new Option<string>("--format") { Description = "json (one line a sig) or text.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "text");
        var language = new Option<string>("--language") { Description = "Language of the messages, and of --format text: en, fr or km.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "fr", "km");
        var command = new Command("sig", "Reads dosing instructions into FHIR R4 Dosages.") { text, file, format, language };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(text), parsed.GetValue(file), parsed.GetValue(format) == "text", Language(parsed.GetValue(language)!), cancellation));
        return command;
    }

    private static WordingLanguage Language(string code) => code switch
    {
        "fr" => WordingLanguage.French,
        "km" => WordingLanguage.Khmer,
        _ => WordingLanguage.English,
    };

    private static async Task<int> RunAsync(string? text, FileInfo? file, bool inWords, WordingLanguage language, CancellationToken cancellation)
    {
        if (text is not null && file is not null)
            throw new UnreadableDocumentException("unsupported-format", "sig: give a text or --file, not both");
        await using var output = new StreamWriter(Console.OpenStandardOutput(), Strict);
        if (text is not null)
            return await WriteAsync(text, "sig", output, inWords, language) ? ExitCode.Success : ExitCode.BadInput;
        if (file is { Exists: false })
            throw new UnreadableDocumentException("unsupported-format", $"{file.Name}: no such file");
        await using var input = file?.OpenRead() ?? Console.OpenStandardInput();
        return await LinesAsync(input, file?.Name ?? "standard input", output, inWords, language, cancellation);
    }

    // Lines are cut in bytes, so that one line in a wrong encoding does not take the others with it.
    private static async Task<int> LinesAsync(Stream input, string name, StreamWriter output, bool inWords, WordingLanguage language, CancellationToken cancellation)
    {
        var (number, allWell) = (0, true);
        var line = new List<byte>();
        var buffer = new byte[LongestLineBytes];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellation)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] != '\n')
                {
                    // One byte beyond the limit is kept as the sign that there was more.
                    if (line.Count <= LongestLineBytes)
                        line.Add(buffer[i]);
                    continue;
                }

                allWell &= await LineAsync(line, $"{name}, line {++number}", output, inWords, language);
                line.Clear();
            }
        }

        if (line.Count > 0)
            allWell &= await LineAsync(line, $"{name}, line {++number}", output, inWords, language);
        if (number == 0)
            throw new UnreadableDocumentException("empty-file", $"{name}: empty");
        return allWell ? ExitCode.Success : ExitCode.BadInput;
    }

    private static async Task<bool> LineAsync(List<byte> line, string place, StreamWriter output, bool inWords, WordingLanguage language)
    {
        if (line.Count > LongestLineBytes)
            return await RefuseAsync(place, "the line is longer than 64 KiB");
        try
        {
            return await WriteAsync(Strict.GetString([.. line]).TrimStart('\uFEFF').TrimEnd('\r'), place, output, inWords, language);
        }
        catch (DecoderFallbackException)
        {
            return await RefuseAsync(place, "the line is not UTF-8");
        }
    }

    private static async Task<bool> WriteAsync(string text, string place, StreamWriter output, bool inWords, WordingLanguage language)
    {
        if (string.IsNullOrWhiteSpace(text))
            return await RefuseAsync(place, "the text is empty");
        var options = new SigOptions();
        if (text.Length > options.LongestText)
            return await RefuseAsync(place, string.Create(CultureInfo.InvariantCulture, $"the text is longer than {options.LongestText} characters"));
        var sig = FlagWording.In(SigWarnings.Add(SigReader.Read(text, options)), language);
        await output.WriteLineAsync(inWords ? InWords(sig, language) : SigJson.Write(sig));
        return true;
    }

    // In the standard words of the language where they are sure, else in the page's own.
    private static string InWords(Sig sig, WordingLanguage language)
    {
        var words = new StringBuilder(DosageText.Render(sig.DosageInstruction, language) ?? string.Join("; ", sig.DosageInstruction.Select(each => each.Text)));
        words.Append(CultureInfo.InvariantCulture, $" [{sig.Confidence:0.00}]");
        foreach (var flag in sig.Flags)
            words.Append(CultureInfo.InvariantCulture, $" {flag.Code}");
        if (sig.Residue.Length > 0)
            words.Append(CultureInfo.InvariantCulture, $" ?{sig.Residue}");
        return words.ToString();
    }

    private static async Task<bool> RefuseAsync(string place, string cause)
    {
        await Console.Error.WriteLineAsync($"vejja: {place}: {cause}");
        return false;
    }
}
