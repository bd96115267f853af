using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Vejja.Language.Enhancement;

namespace Vejja.Language.Tests.Enhancement;

/// <summary>
/// 10,000 rows as recognisers damage them, with medicines that training never saw (training/language/noisy.py): what the shipped model gains and breaks behind the validator.
/// Without a model none of these fields has a value, so "off" is nothing fixed and nothing broken.
/// </summary>
public sealed class NoisyRowsTests
{
    private const int Slice = 40;

    [Fact]
    public async Task ShippedModel_NoisyRows_IsAlmostNeverWrongAndSure()
    {
        // Rows of another seed, which no rule was written on.
        var rows = Rows(Environment.GetEnvironmentVariable("VEJJA_TEST_ROWS_FILE") ?? PathOf("noisy-rows.json.gz"));
        var isLong = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1";
        var take = int.TryParse(Environment.GetEnvironmentVariable("VEJJA_TEST_ROWS"), CultureInfo.InvariantCulture, out var some) ? some : isLong ? rows.Length : Slice;
        var tally = new RowTally();
        var began = Stopwatch.GetTimestamp();
        using var model = ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = 512, Contexts = 2, Threads = 1, IdleUnload = null });
        await Parallel.ForEachAsync(rows.Take(take), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (row, cancellation) =>
        {
            var question = DrawnRow.Read(row.Question);
            var response = await model.GetResponseAsync(question.WriteBare(), new()
            {
                MaxOutputTokens = 160,
                ResponseFormat = ChatResponseFormat.ForJsonSchema(AnswerSchema.Of(question, question.Own)),
            }, cancellation);
            tally.Add(question, AnswerReading.Read(question, row.Answer) ?? throw new InvalidDataException("The right answer is off the schema."), AnswerReading.Read(question, response.Text));
        });

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{take} rows: {tally}; {Stopwatch.GetElapsedTime(began).TotalMilliseconds / take:0} ms a row, two at once\n{string.Join("\n\n", tally.Examples)}"));
        Assert.Equal(0, tally.FromAnotherRow);
        Assert.True(tally.WrongAndSure <= Math.Max(1, take / 1000), "see the output");
    }

    [Fact]
    public void Rows_Count_IsTenThousand() => Assert.Equal(10_000, Rows(PathOf("noisy-rows.json.gz")).Length);

    [Fact]
    public void WriteBare_RowsOfTheTrainingScript_AreWrittenAlike()
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(PathOf("bare-questions.json")));
        Assert.All(cases.RootElement.EnumerateArray(), each => Assert.Equal(each.GetProperty("bare").GetString(), DrawnRow.Read(each.GetProperty("question").GetString()!).WriteBare()));
    }

    private static (string Question, string Answer)[] Rows(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var rows = JsonDocument.Parse(file);
        return [.. rows.RootElement.EnumerateArray().Select(row => (row[0].GetString()!, row[1].GetString()!))];
    }

    private static string PathOf(string name) => Path.Combine(ShippedModel.Root, "tests", "Vejja.Language.Tests", "Enhancement", name);
}
