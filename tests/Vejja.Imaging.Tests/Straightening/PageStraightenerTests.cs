using Vejja.Domain.Geometry;
using Vejja.Imaging.Pictures;
using Vejja.Imaging.Straightening;
using Vejja.Imaging.Tests.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Tests.Straightening;

/// <summary>A ruled sheet is distorted by a known map; the straightener's own map must lead back to the same places.</summary>
public sealed class PageStraightenerTests
{
    private static readonly PageStraightener Straightener = new(new StraightenerOptions());

    /// <summary>From upright to photograph: name, the map, the angle of the text.</summary>
    public static TheoryData<string, double[]> Distortions() => new()
    {
        { "none", [1, 0, 0, 0, 1, 0, 0, 0, 1] },
        { "skew of 3°", Rotation(3) },
        { "skew of −5°", Rotation(-5) },
        { "skew of 11°", Rotation(11) },
        { "skew of 20°", Rotation(20) },
        { "skew of 25° to the left", Rotation(-25) },
        { "far edge smaller", [1, 0.02, 10, 0, 1, 5, 0, 0.00012, 1] },
        { "left edge nearer, tilted", [1, 0.02, 10, -0.03, 1, 30, 0.0001, 0.00005, 1] },
    };

    [Theory]
    [MemberData(nameof(Distortions))]
    public void Straighten_RuledSheet_LeadsBackToItsPlaces(string what, double[] map)
    {
        var toPhotograph = Map(map);
        var photograph = Resampling.Warp(RuledSheet(), 900, 1100, Projective.Inverse(toPhotograph), 250);
        var page = Straightener.Straighten(photograph, 0);

        var horizontal = page.Rulings.Where(line => line.IsHorizontal).ToList();
        Assert.True(horizontal.Count >= 6, what);
        Assert.All(page.Rulings, line => Assert.InRange(line.IsHorizontal ? Math.Abs(line.To.Y - line.From.Y) : Math.Abs(line.To.X - line.From.X), 0, 3));
        // The corners of the table, as the rules show them, taken to the photograph.
        var (left, right) = (horizontal.Min(line => line.From.X), horizontal.Max(line => line.To.X));
        var (top, bottom) = (horizontal.Min(line => line.From.Y), horizontal.Max(line => line.To.Y));
        AssertNear(toPhotograph.Apply(new(100, 300)), page.Page.Transform.Apply(new(left, top)), what);
        AssertNear(toPhotograph.Apply(new(800, 800)), page.Page.Transform.Apply(new(right, bottom)), what);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-6)]
    [InlineData(18)]
    public void Straighten_TextWithoutRules_IsLevelled(double degrees)
    {
        var photograph = Resampling.Warp(TextLikeSheet(), 900, 1100, Projective.Inverse(Map(Rotation(degrees))), 250);
        Assert.Equal(degrees, Straightener.Straighten(photograph, 0).Page.Skew, 0.4);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void FindLean_InkOfText_IsItsAngle(double degrees)
    {
        var leaning = Resampling.Warp(TextLikeSheet(), 900, 1100, Projective.Inverse(Map(Rotation(degrees))), 250);
        Assert.Equal(degrees, Straightener.FindLean(InkFinding.Find(leaning, 35))!.Value, 0.2);
    }

    [Fact]
    public void FindLean_Nothing_IsNone() => Assert.Null(Straightener.FindLean(new InkMap(300, 200, new byte[300 * 200])));

    /// <summary>Rules of something else lie level around text that leans: what its lines have told counts.</summary>
    [Fact]
    public void Straighten_SkewThatTheTextTold_IsUndoneWhateverTheRulesSay()
    {
        var map = Map(Rotation(5));
        var page = Straightener.Straighten(Resampling.Warp(TextLikeSheet(), 900, 1100, Projective.Inverse(map), 250), 0, 0, 5);

        Assert.Equal(5, page.Page.Skew, 0.01);
        var (left, right) = (Projective.Inverse(page.Page.Transform).Apply(map.Apply(new(200, 500))), Projective.Inverse(page.Page.Transform).Apply(map.Apply(new(700, 500))));
        Assert.Equal(left.Y, right.Y, 1.5);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Straighten_TurnedSheet_LeadsBackToItsPlaces(int degrees)
    {
        var sheet = RuledSheet();
        var page = Straightener.Straighten(PageTurn.Clockwise(sheet, degrees), 0, degrees);
        Assert.Equal(degrees, page.Page.Rotation);
        Assert.Equal((sheet.Width, sheet.Height), (page.Page.Width, page.Page.Height));
        // The top left corner of the upright sheet lies there in the turned one.
        AssertNear(degrees switch { 90 => new(1100, 0), 180 => new(900, 1100), _ => new(0, 900) }, page.Page.Transform.Apply(new(0, 0)), "origin");
    }

    [Fact]
    public void Straighten_LargePhotograph_ShrinksAndSaysHow()
    {
        var page = new PageStraightener(new StraightenerOptions { LongestSidePixels = 800 }).Straighten(RuledSheet(), 0);
        Assert.Equal(800, page.Page.Height);
        AssertNear(new(900, 1100), page.Page.Transform.Apply(new(page.Page.Width, page.Page.Height)), "far corner");
    }

    [Fact]
    public void Straighten_TinyLetters_EnlargesAndWarns()
    {
        var sheet = Resampling.Shrink(TextLikeSheet(), 360, 440);
        var page = Straightener.Straighten(sheet, 0);
        Assert.InRange(page.Page.Width, 720, 735);
        Assert.Contains("low-resolution", page.Page.Warnings);
        AssertNear(new(180, 220), page.Page.Transform.Apply(new(page.Page.Width / 2.0, page.Page.Height / 2.0)), "middle");
    }

    /// <summary>Grain around the sheet looks like small letters: what its lines have told counts.</summary>
    [Fact]
    public void Straighten_LettersThatTheTextTold_DecideOnTheSize()
    {
        var sheet = TextLikeSheet();
        var enlarged = Straightener.Straighten(sheet, 0, letters: 7);

        Assert.InRange(enlarged.Page.Width, 1800, 1810);
        Assert.Equal(14.0, enlarged.LetterHeight!.Value);
        Assert.Equal(900, Straightener.Straighten(sheet, 0, letters: 30).Page.Width);
    }

    [Fact]
    public void FindLetterHeight_InkOfText_IsItsLettersHeight()
    {
        Assert.Equal(15, Straightener.FindLetterHeight(InkFinding.Find(TextLikeSheet(), 35))!.Value, 1.0);
        Assert.Null(Straightener.FindLetterHeight(new InkMap(300, 200, new byte[300 * 200])));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(7, true)]
    public void Straighten_Blur_WarnsWhereLettersMelt(int radius, bool expected) =>
        Assert.Equal(expected, Straightener.Straighten(Blurred(TextLikeSheet(), radius), 0).Page.Warnings.Contains("blurred"));

    [Fact]
    public void Straighten_ShadowOverThePage_FindsTheSameInk()
    {
        var sheet = TextLikeSheet();
        var shadowed = Drawing.Of(sheet.Width, sheet.Height, (x, y) =>
        {
            byte level = (byte)(sheet.Gray[(y * sheet.Width) + x] * (0.45 + (0.5 * x / sheet.Width)));
            return (level, level, level);
        });
        var expected = Straightener.Straighten(sheet, 0).Ink.Pixels;
        var found = Straightener.Straighten(shadowed, 0).Ink.Pixels;
        Assert.Equal(expected.Length, found.Length);
        double both = expected.Zip(found).Count(pair => pair is (1, 1)), either = expected.Zip(found).Count(pair => pair is not (0, 0));
        Assert.InRange(both / either, 0.97, 1);
    }

    [Fact]
    public void Straighten_EmptySheet_HasNoInkAndNoRules()
    {
        var page = Straightener.Straighten(Drawing.Sheet(700, 900), 0);
        Assert.DoesNotContain((byte)1, page.Ink.Pixels);
        Assert.Empty(page.Rulings);
        Assert.Equal(0, page.Page.Skew);
    }

    private static void AssertNear(PagePoint expected, PagePoint actual, string what) =>
        Assert.True(Math.Abs(expected.X - actual.X) < 3 && Math.Abs(expected.Y - actual.Y) < 3, $"{what}: expected {expected}, got {actual}");

    private static Homography Map(double[] m) => new(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]);

    /// <summary>About the middle of the sheet, clockwise.</summary>
    private static double[] Rotation(double degrees)
    {
        double c = Math.Cos(degrees * Math.PI / 180), s = Math.Sin(degrees * Math.PI / 180);
        return [c, -s, 450 - (c * 450) + (s * 550), s, c, 550 - (s * 450) - (c * 550), 0, 0, 1];
    }

    /// <summary>900 × 1100: a table of five rows and four columns from (100, 300) to (800, 800), and words.</summary>
    private static PageImage RuledSheet()
    {
        var sheet = Drawing.Sheet(900, 1100);
        for (int letter = 0; letter < 60; letter++)
            Drawing.Fill(sheet, 120 + (letter % 12 * 14), 340 + (letter / 12 * 100), 9, 15);
        for (int row = 0; row <= 5; row++)
            Drawing.Line(sheet, 100, 300 + (row * 100), 800, 300 + (row * 100), 2);
        for (int column = 0; column <= 4; column++)
            Drawing.Line(sheet, 100 + (column * 175), 300, 100 + (column * 175), 800, 2);
        return sheet;
    }

    /// <summary>Rows of blocks as high as letters, with gaps between letters and words.</summary>
    private static PageImage TextLikeSheet()
    {
        var sheet = Drawing.Sheet(900, 1100);
        for (int line = 0; line < 20; line++)
        {
            for (int letter = 0; letter < 34; letter++)
            {
                if ((letter + line) % 6 != 0)
                    Drawing.Fill(sheet, 130 + (letter * 18), 120 + (line * 45), 10 - (letter % 3), 14 + (letter % 4 == 0 ? 5 : 0));
            }
        }

        return sheet;
    }

    /// <summary>Mean over squares.</summary>
    private static PageImage Blurred(PageImage page, int radius) => radius == 0 ? page : Drawing.Of(page.Width, page.Height, (x, y) =>
    {
        int sum = 0, count = 0;
        for (int j = Math.Max(0, y - radius); j <= Math.Min(page.Height - 1, y + radius); j++)
        {
            for (int i = Math.Max(0, x - radius); i <= Math.Min(page.Width - 1, x + radius); i++, count++)
                sum += page.Gray[(j * page.Width) + i];
        }

        return ((byte)(sum / count), (byte)(sum / count), (byte)(sum / count));
    });
}
