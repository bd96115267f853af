using System.Globalization;
using System.Text;

namespace Vejja.Bench.Templates;

/// <summary>Ink that is no text to be read: logos, stamps, signatures, QR codes.</summary>
internal static class Marks
{
    private static readonly string[] StampInks = ["#2b3fae", "#35459b", "#a32a35", "#5a3a9a", "#23356e"];

    /// <summary>An invented emblem.</summary>
    public static string Logo(Dice dice, int size)
    {
        var colour = dice.Any("#111", "#1c4f9c", "#0a7a52", "#a01f2c", "#333");
        var shape = dice.Whole(0, 3) switch
        {
            0 => "<path d='M40 8h20v32h32v20H60v32H40V60H8V40h32z'/>",
            1 => "<circle cx='50' cy='50' r='44' fill='none' stroke-width='7' stroke='currentColor'/><path d='M43 22h14v21h21v14H57v21H43V57H22V43h21z'/>",
            2 => "<path d='M50 6l38 22v44L50 94 12 72V28z' fill='none' stroke-width='7' stroke='currentColor'/><path d='M50 24c9 12 20 18 20 32a20 20 0 0 1-40 0c0-14 11-20 20-32z'/>",
            _ => "<path d='M50 90C20 66 10 50 14 34c4-14 24-18 36-2 12-16 32-12 36 2 4 16-6 32-36 56z'/>",
        };
        return $"<svg data-ignore width='{size}' height='{size}' viewBox='0 0 100 100' style='color:{colour};fill:{colour};flex:none'>{shape}</svg>";
    }

    /// <summary>A rubber stamp of the place, tilted, over whatever lies there.</summary>
    public static string Stamp(string text, double left, double top, Dice dice)
    {
        var ink = dice.Pick(StampInks);
        var angle = dice.Between(-18, 18).ToString("0.0", CultureInfo.InvariantCulture);
        var place = string.Create(CultureInfo.InvariantCulture, $"left:{left:0}px;top:{top:0}px;transform:rotate({angle}deg);opacity:{dice.Between(0.45, 0.8):0.00};color:{ink}");
        if (dice.Chance(0.5))
            return $"<div data-ignore class='mark bold' style='{place};font-size:{dice.Whole(24, 40)}px;font-family:Liberation Serif;letter-spacing:2px;line-height:1'>{Ink.E(text.ToUpperInvariant())}</div>";
        var rim = Ink.E(text);
        return $"<svg data-ignore class='mark' width='130' height='130' viewBox='0 0 130 130' style='{place}'><defs><path id='rim' d='M65 65m-48 0a48 48 0 1 1 96 0a48 48 0 1 1-96 0'/></defs>"
            + $"<circle cx='65' cy='65' r='61' fill='none' stroke='{ink}' stroke-width='3'/><circle cx='65' cy='65' r='41' fill='none' stroke='{ink}' stroke-width='1.5'/>"
            + $"<text fill='{ink}' font-size='13' font-family='Liberation Sans' font-weight='700'><textPath href='#rim'>{rim} ★ {rim} ★</textPath></text>"
            + $"<text x='65' y='71' text-anchor='middle' fill='{ink}' font-size='17' font-family='Liberation Serif'>Rx</text></svg>";
    }

    /// <summary>A signature: one stroke without meaning.</summary>
    public static string Signature(Dice dice, int width = 150, int height = 60)
    {
        var path = new StringBuilder();
        double x = 8, y = height * 0.6;
        path.Append(CultureInfo.InvariantCulture, $"M{x:0} {y:0}");
        for (var stroke = 0; stroke < dice.Whole(5, 9); stroke++)
        {
            var next = x + dice.Between(-4, width / 6.0);
            path.Append(CultureInfo.InvariantCulture, $" C{x + dice.Between(-10, 22):0} {dice.Between(0, height):0},{next + dice.Between(-16, 12):0} {dice.Between(0, height):0},{next:0} {dice.Between(height * 0.25, height * 0.85):0}");
            x = next;
        }

        var ink = dice.Any("#1b2a80", "#15205e", "#111");
        return $"<svg data-ignore width='{width}' height='{height}' viewBox='0 0 {width} {height}' style='display:block'><path d='{path}' fill='none' stroke='{ink}' stroke-width='1.7' stroke-linecap='round'/></svg>";
    }

    /// <summary>A square that looks like a QR code (it holds nothing).</summary>
    public static string Code(Dice dice, int size)
    {
        const int modules = 25;
        var squares = new StringBuilder();
        void Square(int x, int y, int side, string fill) => squares.Append(CultureInfo.InvariantCulture, $"<rect x='{x}' y='{y}' width='{side}' height='{side}' fill='{fill}'/>");
        for (var y = 0; y < modules; y++)
        {
            for (var x = 0; x < modules; x++)
            {
                if (dice.Chance(0.48))
                    Square(x, y, 1, "#000");
            }
        }

        foreach (var (x, y) in new[] { (0, 0), (modules - 7, 0), (0, modules - 7) })
        {
            Square(x - 1, y - 1, 9, "#fff");
            Square(x, y, 7, "#000");
            Square(x + 1, y + 1, 5, "#fff");
            Square(x + 2, y + 2, 3, "#000");
        }

        return $"<svg data-ignore width='{size}' height='{size}' viewBox='0 0 {modules} {modules}' shape-rendering='crispEdges' style='flex:none'>{squares}</svg>";
    }
}
