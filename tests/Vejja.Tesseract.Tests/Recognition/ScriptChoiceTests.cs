using System.Collections.Immutable;
using Vejja.Reading.Pages;
using Vejja.Tesseract.Recognition;

namespace Vejja.Tesseract.Tests.Recognition;

public sealed class ScriptChoiceTests
{
    [Fact]
    public void Merge_StrengthThatTheKhmerEngineGarbles_IsTheLatinEngines()
    {
        var merged = ScriptChoice.Merge([Word("10៣០", 0.75, 0.1, 0.9)], [Word("10mg", 0.95, 0.1, 0.9)]);
        Assert.Equal("10mg", Text(merged));
    }

    [Fact]
    public void Merge_NumberBeforeAKhmerWord_IsTheLatinEngines()
    {
        var merged = ScriptChoice.Merge(
            [Word("១៤", 0.9, 0, 0.2), Word("គ្រាប់", 0.96, 0.3, 1)],
            [Word("14", 0.97, 0, 0.2), Word("fgni", 0.3, 0.3, 1)]);
        Assert.Equal("14 គ្រាប់", Text(merged));
    }

    [Fact]
    public void Merge_SureKhmer_StandsAgainstASurerLatinGuess() =>
        Assert.Equal("ល្ងាច", Text(ScriptChoice.Merge([Word("ល្ងាច", 0.93, 0, 1, certainty: 0.6)], [Word("gt", 0.97, 0, 1)])));

    [Fact]
    public void Merge_LatinLine_IsWhollyTheLatinEngines() =>
        Assert.Equal("Esome 20mg", Text(ScriptChoice.Merge([Word("ន$0ក78", 0.4, 0, 0.6), Word("20កា0", 0.5, 0.7, 1)], [Word("Esome", 0.9, 0, 0.6), Word("20mg", 0.9, 0.7, 1)])));

    [Fact]
    public void Merge_NumberThatTheLatinEngineDrewIntoLetters_IsKept() =>
        Assert.Equal("អាយុ 19 ឆ្នាំ", Text(ScriptChoice.Merge(
            [Word("អាយុ", 0.95, 0, 0.35), Word("19", 0.9, 0.38, 0.5), Word("ឆ្នាំ", 0.95, 0.45, 1)],
            [Word("Hiu19", 0.2, 0, 0.5), Word("Gi", 0.2, 0.5, 1)])));

    [Fact]
    public void Merge_LoneRepetitionSign_IsTheLatinEnginesOne() =>
        Assert.Equal("1 គ្រាប់", Text(ScriptChoice.Merge([Word("ៗ", 0.95, 0, 0.1), Word("គ្រាប់", 0.95, 0.2, 1)], [Word("1", 0.9, 0, 0.1), Word("gi", 0.1, 0.2, 1)])));

    [Fact]
    public void Merge_SameNumberAtTwoPlaces_IsOne() =>
        Assert.Equal("100mg 1 គ្រាប់", Text(ScriptChoice.Merge(
            [Word("100៣ា", 0.3, 0, 0.4), Word("1", 0.9, 0.46, 0.5), Word("គ្រាប់", 0.95, 0.6, 1)],
            [Word("100mg", 0.95, 0, 0.4), Word("1", 0.95, 0.51, 0.54), Word("gi", 0.1, 0.6, 1)])));

    [Fact]
    public void Merge_WhollyKhmerWordThatTheEngineDoubts_StandsAgainstOneSign() =>
        Assert.Equal("ចំនួន", Text(ScriptChoice.Merge([Word("ចំនួន", 0.92, 0, 1, certainty: 0.31)], [Word("4", 0.97, 0, 1, certainty: 0.78)])));

    [Fact]
    public void Remove_RulesAtTheEdges_GoButSignsWithinStay()
    {
        var words = RuleRemains.Remove([Word("|(08-10)!", 0.9, 0.02, 0.99)]);
        Assert.Equal("(08-10)", Text(words));
        Assert.Equal("a|b", Text(RuleRemains.Remove([Word("a|b", 0.9, 0, 1)])));
        Assert.Empty(RuleRemains.Remove([Word("|", 0.9, 0, 0.05)]));
    }

    [Theory]
    [InlineData("គ្រាប់", 0.9, true)]
    [InlineData("គ្រាប់", 0.6, false)]
    [InlineData("1គ្រាប់", 0.95, false)]
    [InlineData("១៤", 0.95, false)]
    public void IsWhollyKhmer_OnlySureLetters(string text, double confidence, bool expected) =>
        Assert.Equal(expected, ScriptChoice.IsWhollyKhmer([Word(text, confidence, 0, 1)]));

    private static string Text(ImmutableArray<TesseractWord> words) => string.Join(' ', words.Select(word => word.Text));

    private static TesseractWord Word(string text, double confidence, double x1, double x2, double? certainty = null) =>
        new([.. text.Select((sign, i) => new SymbolReading(sign.ToString(), confidence, x1 + ((x2 - x1) * i / text.Length), x1 + ((x2 - x1) * (i + 1) / text.Length)))], certainty ?? confidence);
}
