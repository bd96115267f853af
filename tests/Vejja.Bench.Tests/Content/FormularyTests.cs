using Vejja.Bench.Content;
using Vejja.Bench.Wording;

namespace Vejja.Bench.Tests.Content;

public sealed class FormularyTests
{
    public static TheoryData<string> Products() => [.. Formulary.All.Select(drug => drug.English + " / " + drug.Form).Distinct()];

    [Theory]
    [MemberData(nameof(Products))]
    public void Product_Words_AreKnownInEveryLanguage(string product)
    {
        foreach (var drug in Formulary.All.Where(drug => drug.English + " / " + drug.Form == product))
        {
            Assert.All(drug.Diagnoses, diagnosis => Assert.True(Formulary.Diagnoses.ContainsKey(diagnosis), diagnosis));
            Assert.NotEmpty(UnitWords.First(drug.PackUnit, Tongue.Khmer));
            Assert.All(drug.Amounts, amount => Assert.InRange(amount, 0.5m, 15));
            Assert.All(drug.Days, days => Assert.InRange(days, 1, 90));
        }
    }

    [Fact]
    public void HeldOut_Ingredients_AreAboutAThird()
    {
        var ingredients = Formulary.All.DistinctBy(drug => drug.English).ToArray();
        Assert.InRange(ingredients.Count(Formulary.IsHeldOut) / (double)ingredients.Length, 0.25, 0.42);
    }

    [Theory]
    [InlineData(1ul)]
    [InlineData(2ul)]
    [InlineData(3ul)]
    [InlineData(4ul)]
    public void Draw_Orders_FollowMedicalSense(ulong seed)
    {
        for (var i = 0; i < 50; i++)
        {
            var (diagnoses, orders) = OrderDrawing.Draw(new SheetNeeds(), Split.Test, new Dice((seed * 1000) + (ulong)i));
            Assert.Equal(orders.Length, orders.DistinctBy(order => order.Drug.Group).Count());
            Assert.All(orders, order =>
            {
                Assert.Contains(order.Drug.Diagnoses, diagnoses.Contains);
                Assert.True(order.Strength is null || order.Drug.Strengths.Contains(order.Strength));
                if (order.Drug.IsCounted && order.Intake.PerDay is { } daily)
                    Assert.Equal(order.IsMismatched, order.Quantity != decimal.Ceiling(daily * order.Days));
            });
        }
    }
}
