using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Tests.Tables;

namespace Vejja.Reading.Tests.Confidence;

public sealed class DroppedSignsTests
{
    private static readonly Polygon Line = Polygon.From(new Box(10, 10, 110, 40));

    /// <summary>Four signs of ink, 25 pixels apart; each read sign stands on the middle of its own.</summary>
    private static LineReading Weigh(string read, params int[] places)
    {
        var page = new DrawnPage(130, 60);
        foreach (var x in new[] { 15, 40, 65, 90 })
            page.Blot(x, 14, 14, 20);
        ImmutableArray<SymbolReading> signs = [.. read.Select((sign, index) => new SymbolReading(sign.ToString(), 0.99, (places[index] - 10) / 100.0, (places[index] - 8) / 100.0))];
        return DroppedSigns.Weigh(new(read, 0.99, signs, "test"), Line, 0, ConnectedInk.Find(page.Ink));
    }

    [Fact]
    public void Weigh_NoughtLeftOut_LowersItsNeighbours()
    {
        var reading = Weigh("5mg", 21, 71, 96);

        Assert.Equal([0.5, 0.5, 0.99], reading.Symbols.Select(symbol => symbol.Confidence));
    }

    [Fact]
    public void Weigh_EverySignRead_StaysSure() => Assert.All(Weigh("50mg", 21, 46, 71, 96).Symbols, symbol => Assert.Equal(0.99, symbol.Confidence));

    [Fact]
    public void Weigh_KhmerLetterOfTwoParts_StaysSure() => Assert.All(Weigh("5ថគ", 21, 71, 96).Symbols, symbol => Assert.Equal(0.99, symbol.Confidence));
}
