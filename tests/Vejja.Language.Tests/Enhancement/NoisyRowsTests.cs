using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;
using Vejja.Language.Enhancement;

namespace Vejja.Language.Tests.Enhancement;

/// <summary>Rows as recognisers damage them (training/language/noisy.py): what the shipped model gains and breaks behind the validator.</summary>
public sealed class NoisyRowsTests
{
    [Fact]
    public async Task ShippedModel_NoisyRows_IsAlmostNeverWrongAndSure()
    {
        var path = Path.Combine(ShippedModel.Root, "tests", "Vejja.Language.Tests", "Enhancement", "noisy-rows.json");
        using var rows = JsonDocument.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        var take = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1" ? rows.RootElement.GetArrayLength() : 20;
        var (asked, due, right, wrong, wrongSure, misplaced, rejected) = (0, 0, 0, 0, 0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        foreach (var row in rows.RootElement.EnumerateArray().Take(take))
        {
            var question = QuestionOf(row.GetProperty("question").GetString()!);
            var truth = AnswerReading.Read(question, row.GetProperty("answer").GetString()!) ?? throw new InvalidDataException("The right answer is off the schema.");
            var expected = AnswerValidation.Judge(question, truth).Suggestions.ToDictionary(suggestion => suggestion.Field, suggestion => suggestion.After);
            var response = await ShippedModel.Shared.GetResponseAsync(question.Write(null), new()
            {
                MaxOutputTokens = 128,
                ResponseFormat = ChatResponseFormat.ForJsonSchema(AnswerSchema.Of(question)),
            }, TestContext.Current.CancellationToken);
            var given = AnswerReading.Read(question, response.Text);
            var (suggestions, rejections) = given is { } answers ? AnswerValidation.Judge(question, answers) : ([], []);
            asked += question.Fields.Length;
            due += expected.Count;
            rejected += rejections.Length;
            foreach (var suggestion in suggestions)
            {
                var isRight = expected.GetValueOrDefault(suggestion.Field) == suggestion.After;
                right += isRight ? 1 : 0;
                wrong += isRight ? 0 : 1;
                wrongSure += isRight || suggestion.Confidence < 0.8 ? 0 : 1;
                misplaced += isRight || suggestion.Source.All(block => truth.SelectMany(each => each.Words.Concat(each.Doses.SelectMany(dose => dose.Words))).Any(word => word.Block.Id == block)) ? 0 : 1;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{take} rows, {asked} open fields, {due} that the ink answers: {right} fixed, {wrong} wrong ({wrongSure} of them at 0.8 or more, {misplaced} from another row or column), {rejected} answers turned down; {Stopwatch.GetElapsedTime(began).TotalMilliseconds / take:0} ms a row"));
        Assert.True(wrongSure <= Math.Max(1, take / 1000), "see the output");
    }

    /// <summary>The question as drawn, with the blocks that it was drawn from; every field that it names is open.</summary>
    private static Question QuestionOf(string text)
    {
        var lines = text.Split('\n');
        var fields = lines[0].Split(' ')[1..].Select(field => Enum.Parse<FieldKind>(field, ignoreCase: true)).ToImmutableArray();
        var result = ImmutableArray.CreateBuilder<PageLine>();
        foreach (var line in lines[1..])
        {
            var parts = line.TrimStart('>').Split(' ');
            var place = parts[0][1..].Split('c');
            var block = new Block(parts[0], 0, string.Join(' ', parts[2..].Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..])), Polygon.From(new(0, 0, 1, 1)),
                int.Parse(parts[1], CultureInfo.InvariantCulture) / 100.0, BlockType.Table, Script.Mixed);
            var (words, at) = (ImmutableArray.CreateBuilder<PageWord>(), 0);
            foreach (var part in parts[2..])
            {
                var joint = part.IndexOf('=', StringComparison.Ordinal);
                words.Add(new(int.Parse(part.AsSpan(0, joint), CultureInfo.InvariantCulture), block, at, part[(joint + 1)..]));
                at = words[^1].End + 1;
            }

            result.Add(new(block, int.Parse(place[0], CultureInfo.InvariantCulture), int.Parse(place[1], CultureInfo.InvariantCulture), line[0] == '>', words.ToImmutable()));
        }

        return new(new Medication { Id = "m1" }, fields, result.ToImmutable());
    }
}
