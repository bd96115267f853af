using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Vejja.Domain.Documents;
using Vejja.Domain.Medications;
using Vejja.Language.Enhancement;
using Vejja.Language.Generation;

namespace Vejja.Language.Tests.Enhancement;

public sealed class EnhancerTests
{
    private static readonly string[] Row = ["1", "Paracetamol 500mg", "15 គ្រាប់", "1", "1", "1", "ក្រោយបាយ"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enhance_NothingOpen_AsksNobody()
    {
        using var model = new SpokenModel((_, _) => throw new InvalidOperationException("asked"));
        var sheet = Sheets.Of(Row, medication => medication with { DosageInstruction = [new() { Text = "1" }], DosageEvidence = Sheets.Text("1", 0.95, "b13") });
        var result = await new Enhancer(model, new(), TimeProvider.System).EnhanceAsync(sheet, Cancellation);
        Assert.Equal((0, 0, 0), (result.Asked, result.Suggestions.Length, result.Warnings.Length));
    }

    [Fact]
    public async Task Enhance_NoModel_SaysSo()
    {
        var result = await new Enhancer(null, new(), TimeProvider.System).EnhanceAsync(DoubtfulStrength("5O0"), Cancellation);
        Assert.Equal(["no-language-model"], result.Warnings);
        Assert.Empty(result.Suggestions);
    }

    [Fact]
    public async Task Enhance_StrengthPointedAt_IsCopiedFromTheWordsWithItsEvidence()
    {
        var result = await AskAsync(DoubtfulStrength("wrong"), question => $"{{\"strength\":[{N(question, "500")},{N(question, "mg")}],\"dose\":null,\"meal\":null}}");
        var suggestion = Assert.Single(result.Suggestions);
        Assert.Equal(("m1", "strength", "500 mg"), (suggestion.Medication, suggestion.Field, suggestion.After));
        Assert.Equal(["500", "mg"], suggestion.Tokens);
        Assert.Equal(["b11"], suggestion.Source);
        Assert.Equal("strength-made", suggestion.Why);
        Assert.InRange(suggestion.Confidence, 0.5, 0.85);
    }

    [Fact]
    public async Task Enhance_Dose_IsTheNumbersUnderTheirHeaders()
    {
        var result = await AskAsync(DoubtfulStrength("wrong"), question =>
            $"{{\"strength\":null,\"dose\":[{{\"when\":\"MORN\",\"at\":[{N(question, "1", 1)}]}},{{\"when\":\"NOON\",\"at\":[{N(question, "1", 2)}]}},{{\"when\":\"EVE\",\"at\":[{N(question, "1", 3)}]}}],\"meal\":{{\"code\":\"PC\",\"at\":[{N(question, "ក្រោយបាយ")}]}}}}");
        var suggestion = Assert.Single(result.Suggestions);
        Assert.Equal(("dosageInstruction", "1 tablet PCM PCD PCV"), (suggestion.Field, suggestion.After));
        Assert.True(suggestion.Confidence < 0.8);
    }

    [Theory]
    // The noon number taken for the evening.
    [InlineData("EVE", 2, "wrong-column")]
    // The row's own number taken for a dose.
    [InlineData("MORN", 0, "wrong-column")]
    // One time of day alone, where three cells hold numbers: a dose would be lost.
    [InlineData("MORN", 1, "contradicts")]
    public async Task Enhance_DoseFromTheWrongPlace_IsTurnedDown(string when, int which, string reason)
    {
        var result = await AskAsync(DoubtfulStrength("wrong"), question => $"{{\"strength\":null,\"dose\":[{{\"when\":\"{when}\",\"at\":[{N(question, "1", which)}]}}],\"meal\":null}}");
        Assert.Empty(result.Suggestions);
        Assert.Equal(reason, Assert.Single(result.Rejections).Reason);
    }

    [Theory]
    // A quantity taken for a strength: another column.
    [InlineData("15", "គ្រាប់", "wrong-column")]
    // The name taken for a strength: no number.
    [InlineData("Paracetamol", null, "not-a-number")]
    // The number without its unit.
    [InlineData("500", null, "not-a-number")]
    public async Task Enhance_StrengthThatTheWordsDoNotSay_IsTurnedDown(string first, string? second, string reason)
    {
        var result = await AskAsync(DoubtfulStrength("wrong"), question =>
            $"{{\"strength\":[{N(question, first)}{(second is null ? "" : "," + N(question, second))}],\"dose\":null,\"meal\":null}}");
        Assert.Empty(result.Suggestions);
        Assert.Equal(reason, Assert.Single(result.Rejections).Reason);
    }

    [Fact]
    public async Task Enhance_WordsOfTheRowBelow_AreTurnedDown()
    {
        var result = await AskAsync(DoubtfulStrength("wrong"), question =>
            $"{{\"strength\":[{Regex.Match(question, "(\\d+)=250").Groups[1].Value},{Regex.Matches(question, "(\\d+)=mg")[1].Groups[1].Value}],\"dose\":null,\"meal\":null}}");
        Assert.Empty(result.Suggestions);
        Assert.Equal("wrong-row", Assert.Single(result.Rejections).Reason);
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("```json\n{}\n```")]
    [InlineData("{}")]
    [InlineData("""{"strength":"500 mg","dose":null,"meal":null}""")]
    [InlineData("""{"strength":[999],"dose":null,"meal":null}""")]
    [InlineData("""{"strength":[1],"dose":null,"meal":null}""")]
    [InlineData("""{"strength":null,"dose":null,"meal":null,"diagnosis":"flu"}""")]
    [InlineData("""{"strength":null,"dose":[{"when":"SOON","at":[12]}],"meal":null}""")]
    public async Task Enhance_AnswerOffTheSchema_IsAskedOnceMoreThenTheRulesStand(string answer)
    {
        using var model = new SpokenModel((_, _) => answer);
        var result = await new Enhancer(model, new(), TimeProvider.System).EnhanceAsync(DoubtfulStrength("wrong"), Cancellation);
        Assert.Equal(2, model.Asked.Count);
        Assert.Empty(result.Suggestions);
        Assert.Equal(["language-model-off-schema"], result.Warnings);
    }

    [Fact]
    public async Task Enhance_SureReading_IsNotInTheQuestionAndCannotBeChanged()
    {
        using var model = new SpokenModel((_, _) => "{}");
        await new Enhancer(model, new(), TimeProvider.System).EnhanceAsync(DoubtfulStrength("wrong"), Cancellation);
        Assert.StartsWith("<page>\nopen strength dose meal\n", model.Asked[0], StringComparison.Ordinal);
        Assert.Contains(">r1c1 95 [14,10,27,18] ", model.Asked[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Paracetamo1", "Paracetamol", true)]
    [InlineData("Paracetamo1", "Xyzzyq", false)]
    [InlineData("Metformin", "Paracetamol", false)]
    public async Task Enhance_Name_MovesOnlyToWhatIsNear(string read, string printed, bool moves)
    {
        var sheet = Sheets.Of(["1", printed + " 500mg", "15 គ្រាប់", "", "", "", ""], medication => medication with
        {
            Name = Sheets.Text(read, 0.5, "b11"),
            DosageInstruction = [new() { Text = "1" }],
            DosageEvidence = Sheets.Text("1", 0.95, "b13"),
        });
        var result = await AskAsync(sheet, question => $"{{\"name\":[{N(question, printed)}]}}");
        Assert.Equal(moves ? 1 : 0, result.Suggestions.Length);
        Assert.Equal(moves ? [] : ["not-near"], result.Rejections.Select(rejection => rejection.Reason));
    }

    [Fact]
    public async Task Enhance_ModelThatHangs_EndsWithAWarningInTime()
    {
        using var model = new HangingModel();
        var result = await new Enhancer(model, new() { Timeout = TimeSpan.FromMilliseconds(100) }, TimeProvider.System).EnhanceAsync(DoubtfulStrength("wrong"), Cancellation);
        Assert.Equal(["language-model-timeout"], result.Warnings);
        Assert.Equal(2, model.Asked);
    }

    [Fact]
    public async Task Enhance_ModelThatIsGone_LeavesTheRulesWithAWarning()
    {
        using var model = new SpokenModel((_, _) => throw new LanguageModelException(LanguageModelFault.Missing, "gone"));
        var result = await new Enhancer(model, new(), TimeProvider.System).EnhanceAsync(DoubtfulStrength("wrong"), Cancellation);
        Assert.Equal(["language-model-failed"], result.Warnings);
    }

    [Fact]
    public async Task Enhance_ShippedModel_AnswersInTheSchema()
    {
        var result = await new Enhancer(ShippedModel.Shared, EnhancerOptions.For(ShippedModel.Shared), TimeProvider.System).EnhanceAsync(DoubtfulStrength("wrong"), Cancellation);
        Assert.Equal((1, 0), (result.Asked, result.Warnings.Length));
        Assert.DoesNotContain(result.Rejections, rejection => rejection.Reason == "schema");
    }

    /// <summary>Strength in doubt, no dose read; everything else sure.</summary>
    internal static Prescription DoubtfulStrength(string read) => Sheets.Of(Row, (Medication medication) => medication with { Strength = Sheets.Text(read, 0.4, "b11") });

    internal static string N(string question, string word, int which = 0) =>
        Regex.Matches(string.Join('\n', question.Split('\n').Where(line => line.StartsWith('>'))), $@"(\d+)={Regex.Escape(word)}(?=\s|$)")[which].Groups[1].Value;

    private static async Task<SheetEnhancement> AskAsync(Prescription sheet, Func<string, string> speak)
    {
        using var model = new SpokenModel((question, _) => speak(question));
        return await new Enhancer(model, new(), TimeProvider.System).EnhanceAsync(sheet, Cancellation);
    }

    private sealed class HangingModel : IChatClient
    {
        public int Asked { get; private set; }

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked++;
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
