using System.CommandLine;
using System.Globalization;
using Vejja.Bench.Crops;
using Vejja.Bench.Scoring;
using Vejja.Inference.Recognition;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Cli;

/// <summary>Reads single lines with the project's own recogniser, as serving does.</summary>
internal static class LinesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var strips = new Argument<FileInfo[]>("strips") { Arity = ArgumentArity.OneOrMore, Description = "TSV files of crops, or of training/recognizer/strips.py, each beside its PNG." };
        var words = new Option<FileInfo?>("--words") { Description = "Writes every word's signs there, for training/recognizer/calibrate.py: number of the word, whether it is right, sign, confidence." };
        var readings = new Option<FileInfo?>("--readings") { Description = "Writes there what was read, a line each, for training/recognizer/evaluate.py." };
        var command = new Command("lines", "Score the recogniser on single lines: error by script, the signs that are dangerous to misread, whether its confidence is true.") { strips, words, readings };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(strips)!, arguments.GetValue(words), arguments.GetValue(readings), arguments.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] strips, FileInfo? wordFile, FileInfo? readingFile, TextWriter output, CancellationToken cancellation)
    {
        using var recognizer = new VejjaLineRecognizer(RecognizerFiles.Shipped(path => File.ReadAllBytes(Path.Combine(Places.Root, path))), new SessionOptions());
        var scores = new List<LineScore>();
        var readings = new List<string>();
        foreach (var crop in strips.SelectMany(strip => CropStrip.Read(strip.FullName)))
        {
            var reading = recognizer.Recognize(crop.Picture, LineKind.Any, cancellation);
            scores.Add(LineScore.Of(crop.Text, reading));
            readings.Add(reading.Text);
        }

        await WriteAsync(output, "all lines", scores);
        await WriteAsync(output, "with Khmer", [.. scores.Where(score => score.HasKhmer)]);
        await WriteAsync(output, "without", [.. scores.Where(score => !score.HasKhmer)]);
        WordReading[] read = [.. scores.SelectMany(score => score.Words)];
        if (readingFile is not null)
            await File.WriteAllLinesAsync(readingFile.FullName, readings, cancellation);
        if (wordFile is not null)
            await File.WriteAllLinesAsync(wordFile.FullName, read.SelectMany(Rows), cancellation);
        (double Confidence, bool IsRight)[] words = [.. read.Select(word => (word.Confidence, word.IsRight))];
        var sure = words.Where(word => word.Confidence >= FieldOutcome.TrustedConfidence).ToArray();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"words {words.Length}, calibration error {Calibration.ExpectedError(words):0.000}, at {FieldOutcome.TrustedConfidence} and above {Share(sure.Length, words.Length)}, wrong among them {Share(sure.Count(word => !word.IsRight), sure.Length)}"));
        foreach (var sign in scores.SelectMany(score => score.Dangerous).GroupBy(sign => sign.Sign).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var taken = sign.Where(one => one.Read is not null && one.Read != one.Sign).ToArray();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{sign.Key}: {sign.Count()} times, right {sign.Count(one => one.Read == one.Sign)}, missed {sign.Count(one => one.Read is null)}, taken for another {taken.Length}, above {FieldOutcome.TrustedConfidence} {taken.Count(one => one.Confidence > FieldOutcome.TrustedConfidence)}"));
        }

        return 0;
    }

    private static IEnumerable<string> Rows(WordReading word, int number) => word.Symbols.Select(symbol => string.Create(
        CultureInfo.InvariantCulture, $"{number}\t{(word.IsRight ? 1 : 0)}\t{symbol.Text}\t{symbol.Confidence:0.000000}"));

    private static Task WriteAsync(TextWriter output, string name, List<LineScore> scores)
    {
        var points = scores.Aggregate(default(ErrorCount), (sum, score) => sum.Plus(score.Points));
        var clusters = scores.Aggregate(default(ErrorCount), (sum, score) => sum.Plus(score.Clusters));
        return output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {scores.Count}, code points wrong {100 * points.Rate:0.00} % of {points.Signs}, by cluster {100 * clusters.Rate:0.00} %, lines exact {Share(scores.Count(score => score.Points.Errors == 0), scores.Count)}"));
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.0} %");
}
