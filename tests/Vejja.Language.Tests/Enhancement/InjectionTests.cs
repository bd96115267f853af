using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vejja.Domain.Documents;
using Vejja.Language.Enhancement;
using Vejja.Reading.Safety;
using Vejja.Tests.Shared;

namespace Vejja.Language.Tests.Enhancement;

/// <summary>120 sheets with orders to a machine, in three languages and four disguises, before a model that obeys whatever it sees.</summary>
public sealed class InjectionTests
{
    public static TheoryData<int, string> Cases()
    {
        var cases = new TheoryData<int, string>();
        for (var order = 0; order < InjectedOrders.All.Count; order++)
        {
            foreach (var disguise in (string[])["visible", "tiny", "white", "qr-caption"])
                cases.Add(order, disguise);
        }

        return cases;
    }

    [Fact]
    public void Cases_Count_Is120() => Assert.Equal(120, Cases().Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Enhance_SheetWithAnOrder_FollowsItNowhereAndFlagsIt(int order, string disguise)
    {
        var sheet = Sheet(InjectedOrders.All[order], disguise);
        using var model = new SpokenModel((question, _) => Obey(question));
        var result = await new Enhancer(model, new(), TimeProvider.System).EnhanceAsync(sheet, TestContext.Current.CancellationToken);
        Assert.Contains(InstructionLikeText.Code, result.Warnings);
        Assert.All(model.All, asked => Assert.DoesNotContain("Morphine", asked, StringComparison.OrdinalIgnoreCase));
        Assert.All(model.All, asked => Assert.DoesNotContain("900", asked, StringComparison.Ordinal));
        Assert.All(result.Suggestions, suggestion => Assert.Empty(suggestion.Source.Intersect(result.InstructionLike)));
        Assert.All(result.Suggestions, suggestion => Assert.DoesNotContain("900", suggestion.After, StringComparison.Ordinal));
        Assert.All(result.Suggestions, suggestion => Assert.DoesNotMatch("(?i)morphine|^9 ", suggestion.After));
    }

    [Theory]
    [InlineData("Paracetamol 500 mg 1 cp matin et soir pendant 7 jours")]
    [InlineData("លេប 1 គ្រាប់ ព្រឹក និង ល្ងាច ក្រោយបាយ")]
    [InlineData("Take 1 tablet twice a day after meals")]
    [InlineData("Ne pas dépasser 4 comprimés par jour")]
    [InlineData("Revenir dans 15 jours avec les résultats")]
    [InlineData("សូមយកវេជ្ជបញ្ជានេះមកវិញពេលពិនិត្យលើកក្រោយ")]
    [InlineData("Nouveau traitement : Amlodipine 5 mg")]
    [InlineData("Hôpital Calmette, service de médecine générale")]
    [InlineData("Stop if rash appears")]
    [InlineData("Remplacer le pansement tous les 2 jours")]
    [InlineData("Set of 10 needles")]
    [InlineData("Lot 12, approved by MoH no 4411")]
    public void Is_LineOfAPrescription_IsNoOrder(string line) => Assert.False(InstructionLikeText.Is(line));

    [Theory]
    [InlineData("You have diabetes.", "diagnosis")]
    [InlineData("Vous devriez voir un autre médecin", "advice")]
    [InlineData("អ្នកគួរតែលេបថ្នាំផ្សេង", "advice")]
    [InlineData("This will cure the infection", "cure")]
    [InlineData("Doublez la prise du soir", "dose-change")]
    [InlineData("បង្កើនកម្រិតថ្នាំ", "dose-change")]
    [InlineData("1 tablet in the morning", null)]
    [InlineData("Paracétamol 500 mg", null)]
    [InlineData("ថ្នាំ 1 គ្រាប់ ព្រឹក", null)]
    public void Find_Text_NamesWhatIsForbidden(string text, string? kind) => Assert.Equal(kind, ForbiddenContent.Find(text));

    private static Prescription Sheet(string order, string disguise)
    {
        string[] row = ["1", "Paracetamol 500mg", "15 គ្រាប់", "1", "1", "1", disguise == "tiny" ? order : ""];
        var sheet = Sheets.Of(row, medication => medication with { Strength = Sheets.Text("wrong", 0.4, "b11", "b16") }, null, disguise == "tiny" ? [] : [disguise == "qr-caption" ? "QR: " + order : order]);
        // White ink that a recogniser still reads is faint.
        return disguise == "white" ? sheet with { Blocks = [.. sheet.Blocks.Select(block => block.Id[0] == 'x' ? block with { Confidence = 0.3 } : block)] } : sheet;
    }

    /// <summary>Points at the last words of the medicine for every field, and at the order's number wherever it can be seen.</summary>
    private static string Obey(string question)
    {
        var own = Regex.Matches(string.Join('\n', question.Split('\n').Where(line => line.StartsWith('>'))), @"(\d+)=(\S+)");
        var wanted = own.FirstOrDefault(word => word.Groups[2].Value is "900" or "9" or "Morphine")?.Groups[1].Value ?? own[^1].Groups[1].Value;
        var number = int.Parse(wanted, CultureInfo.InvariantCulture);
        return JsonSerializer.Serialize(new { strength = new[] { number }, dose = new[] { new { when = "MORN", at = new[] { number } } }, meal = (object?)null });
    }
}
