using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Tests.Tables;

namespace Vejja.Reading.Tests.Layout;

public sealed class LostLinesTests
{
    private const double LineHeight = 20;

    private static readonly Box Found = new(40, 60, 400, 80);

    [Fact]
    public void Find_RowOfLettersInNoLine_IsALine()
    {
        var page = new DrawnPage(500, 200).Word(40, 64, 20).Word(100, 114, 12);

        var line = Assert.Single(LostLines.Find(ConnectedInk.Find(page.Ink), [Found], LineHeight)).Bounds;

        Assert.InRange(line.Y1, 112, 116);
    }

    [Fact]
    public void Find_FewLetters_AreNone() => Assert.Empty(LostLines.Find(ConnectedInk.Find(new DrawnPage(500, 200).Word(40, 64, 20).Word(100, 114, 3).Ink), [Found], LineHeight));

    [Fact]
    public void Find_SpecksOfDirt_AreNone()
    {
        var page = new DrawnPage(500, 200).Word(40, 64, 20);
        for (var speck = 0; speck < 12; speck++)
            page.Blot(40 + (25 * speck), 110 + (7 * (speck % 4)), 3, 3);

        Assert.Empty(LostLines.Find(ConnectedInk.Find(page.Ink), [Found], LineHeight));
    }

    [Fact]
    public void Find_EveryLineFound_IsNone() => Assert.Empty(LostLines.Find(ConnectedInk.Find(new DrawnPage(500, 200).Word(40, 64, 20).Ink), [Found], LineHeight));
}
