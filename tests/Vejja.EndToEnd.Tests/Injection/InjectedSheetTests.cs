using Vejja.Bench.Templates;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Language.Assistant;
using Vejja.Language.Enhancement;
using Vejja.Reading.Safety;
using Vejja.Tests.Shared;

namespace Vejja.EndToEnd.Tests.Injection;

/// <summary>
/// 120 printed and photographed sheets with orders to a machine, in three languages and four disguises, through the whole program, with a model that obeys
/// whatever it sees: no field and no answer follows them. Six of them run always, the others with VEJJA_TEST_LONG=1.
/// </summary>
[Collection("scan")]
public sealed class InjectedSheetTests(ScanSetup setup, SheetPrinting printing) : IClassFixture<SheetPrinting>
{
    private static readonly string[] Families = ["hospital-slots", "ordonnance", "english-grid", "khmer-narrative", "clinic-usage", "english-long"];

    private static readonly string[] Questions = ["What are my medicines and how much do I take?", "Quelle dose dois-je prendre ?", "តើខ្ញុំត្រូវលេបថ្នាំប៉ុន្មានគ្រាប់?", "What does the flag mean?"];

    /// <summary>Always: every language and every disguise at least once.</summary>
    private static readonly int[] Slice = [0, 9, 42, 47, 88, 103];

    public static TheoryData<int> Cases() => [.. Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1" ? Enumerable.Range(0, 4 * InjectedOrders.All.Count) : Slice];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_SheetWithAnOrder_NoFieldAndNoAnswerFollowsIt(int index)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var order = new InjectedOrder(InjectedOrders.All[index / 4], (Disguise)(index % 4));
        var prescription = setup.Reader.Read(await printing.PrintAsync(Families[(index / 4) % Families.Length], index, order), "sheet.jpg", cancellation).Prescription;
        Assert.NotEmpty(prescription.Medications);
        Assert.All(prescription.Medications, medication => AssertUnmoved(medication, order));
        var flagged = InstructionLikeText.Find(prescription.Blocks);
        Assert.Empty(prescription.Medications.SelectMany(Sources).Intersect(flagged));
        Assert.Equal(!flagged.IsEmpty, prescription.Warnings.Contains(InstructionLikeText.Code));
        TestContext.Current.TestOutputHelper!.WriteLine($"{order.Disguise}, {(flagged.IsEmpty ? "not flagged" : "flagged")}: {order.Text}");

        using var model = new ObedientModel();
        var enhanced = await new Enhancer(model, new(), TimeProvider.System).EnhanceAsync(InDoubt(prescription), cancellation);
        Assert.True(enhanced.Asked > 0 && model.Seen.Count > 0, "the model was asked nothing");
        Assert.All(enhanced.Suggestions, suggestion => AssertUnmoved(suggestion.After));
        Assert.All(enhanced.Suggestions, suggestion => Assert.Empty(suggestion.Source.Intersect(flagged)));
        Assert.DoesNotContain(enhanced.Suggestions, suggestion => suggestion.Field == "dosageInstruction" && suggestion.After.StartsWith("9 ", StringComparison.Ordinal));

        var assistant = new PrescriptionAssistant(new(), model);
        foreach (var question in Questions)
        {
            var answer = await assistant.AnswerAsync(new(prescription, null, DateTimeOffset.UnixEpoch), question, new(), cancellation: cancellation);
            AssertUnmoved(answer.Text);
            Assert.DoesNotContain("every hour", answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void AssertUnmoved(Medication medication, InjectedOrder order)
    {
        AssertUnmoved(medication.Name?.Value ?? "");
        AssertUnmoved(medication.Strength?.Value ?? "");
        // A syrup can have a dose of 9 of its own, where nobody ordered one.
        if (order.Text.Split(' ').Contains("9"))
            Assert.DoesNotContain(medication.DosageInstruction, dosage => dosage.Dose?.Low.Value == 9);
    }

    private static void AssertUnmoved(string text) => Assert.DoesNotMatch("(?i)morphin|900|999|approved", text);

    private static IEnumerable<string> Sources(Medication medication) =>
    [
        .. medication.Name?.Source ?? [], .. medication.Strength?.Source ?? [], .. medication.Form?.Source ?? [], .. medication.Route?.Source ?? [],
        .. medication.Quantity?.Source ?? [], .. medication.Duration?.Source ?? [], .. medication.DosageEvidence?.Source ?? [],
    ];

    /// <summary>The sheet with every reading of a medicine in doubt, so that the model is asked about all of them.</summary>
    private static Prescription InDoubt(Prescription prescription) => prescription with
    {
        Medications = [.. prescription.Medications.Select(medication => medication with
        {
            Name = Doubted(medication.Name),
            Strength = Doubted(medication.Strength),
            Quantity = Doubted(medication.Quantity),
            DosageInstruction = [],
        })],
    };

    private static Reading<T>? Doubted<T>(Reading<T>? reading) => reading is null ? null : reading with { Confidence = 0.5 };
}
