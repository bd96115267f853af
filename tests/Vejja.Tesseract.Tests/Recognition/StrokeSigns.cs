using Vejja.Reading.Pages;

namespace Vejja.Tesseract.Tests.Recognition;

/// <summary>A few signs drawn with strokes, as no font may be taken for granted.</summary>
internal static class StrokeSigns
{
    private const int Height = 40, Advance = 17, Paper = 245;

    public static PageImage Draw(string text)
    {
        int width = 20 + (Advance * text.Length);
        var levels = new double[width * Height];
        Array.Fill(levels, Paper);
        for (int i = 0; i < text.Length; i++)
        {
            foreach (var (x1, y1, x2, y2) in Strokes(text[i]))
                Stroke(levels, width, 10 + (i * Advance) + x1, y1, 10 + (i * Advance) + x2, y2);
        }

        return new PageImage(width, Height, [.. levels.SelectMany(level => new[] { (byte)level, (byte)level, (byte)level })]);
    }

    private static (double X1, double Y1, double X2, double Y2)[] Strokes(char sign) => sign switch
    {
        '1' => [(8, 9, 8, 31), (8, 9, 3.5, 13.5)],
        '7' => [(2, 10, 13, 10), (13, 10, 6, 31)],
        '-' => [(4, 23, 11, 23)],
        '0' => [.. Enumerable.Range(0, 24).Select(i => (Round(i).X, Round(i).Y, Round(i + 1).X, Round(i + 1).Y))],
        _ => [],
    };

    private static (double X, double Y) Round(int i) => (7.5 + (5.5 * Math.Cos(i * Math.PI / 12)), 20 + (10.5 * Math.Sin(i * Math.PI / 12)));

    private static void Stroke(double[] levels, int width, double x1, double y1, double x2, double y2)
    {
        double length = Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
        for (int i = 0; i < levels.Length; i++)
        {
            double x = (i % width) + 0.5, y = (i / width) + 0.5;
            double along = Math.Clamp((((x - x1) * (x2 - x1)) + ((y - y1) * (y2 - y1))) / (length * length), 0, 1);
            double dx = x - x1 - (along * (x2 - x1)), dy = y - y1 - (along * (y2 - y1));
            double share = Math.Clamp(1.9 - Math.Sqrt((dx * dx) + (dy * dy)), 0, 1);
            levels[i] = Math.Min(levels[i], Paper - (share * (Paper - 30)));
        }
    }
}
