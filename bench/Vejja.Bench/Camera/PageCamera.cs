using Vejja.Bench.Pictures;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Camera;

/// <summary>Takes pictures of rendered pages. The same page, level and dice give the same bytes.</summary>
internal static class PageCamera
{
    /// <summary>Takes a picture.</summary>
    /// <param name="page">The rendered page; its pixels are drawn upon.</param>
    /// <param name="level">How badly.</param>
    /// <param name="dice">The picture's own dice.</param>
    public static Photograph Take(PageImage page, DegradationLevel level, Dice dice)
    {
        if (level == DegradationLevel.Clean)
            return new(page, Codec.Jpeg(page, 92), point => point, 0);
        var shot = Shot.Draw(level, dice.Fork("shot"));
        Soil(page, shot, dice.Fork("dirt"));
        var paper = new Paper(page.Width, page.Height, shot.Bend, dice.Fork("paper"));
        var (width, height, lens) = Frame(page, shot, dice.Fork("lens"));
        var scene = new Scene(page, paper, Projection.Inverse(lens), shot, dice.Fork("scene"));
        var pixels = scene.Render(width, height);
        Finish(pixels, width, height, shot, dice.Fork("sensor"));
        var image = new PageImage(width, height, pixels);
        // A picture turned by n quarters clockwise is made upright by the other 4 − n.
        return new(image, Codec.Jpeg(image, shot.JpegQuality), point => lens.Apply(paper.Show(point)), (4 - shot.QuarterTurns) % 4 * 90);
    }

    private static void Soil(PageImage page, Shot shot, Dice dice)
    {
        for (var i = 0; i < shot.Stains; i++)
            Dirt.Stain(page, dice);
        for (var i = 0; i < shot.PenCircles; i++)
            Dirt.PenCircle(page, page.Width * dice.Between(0.2, 0.6), page.Height * dice.Between(0.35, 0.65), page.Width * dice.Between(0.08, 0.14), page.Width * dice.Between(0.02, 0.04), dice);
    }

    /// <summary>The picture's size and the way from the flat paper to it.</summary>
    private static (int Width, int Height, Homography Lens) Frame(PageImage page, Shot shot, Dice dice)
    {
        var scale = shot.LongSidePixels / (double)Math.Max(page.Width, page.Height);
        double width = page.Width * scale, height = page.Height * scale;
        double rim = shot.Rim * width, angle = shot.AngleDegrees * Math.PI / 180;
        var (sin, cos) = Math.SinCos(angle);
        Span<PagePoint> corners = [new(rim, rim), new(width - rim, rim), new(width - rim, height - rim), new(rim, height - rim)];
        for (var i = 0; i < 4; i++)
        {
            // Both the turn and the stray stay inside the frame, or little text is cut off: shrink towards the middle by what the turn needs.
            double x = (corners[i].X - (width / 2)) * Shrink(width, height, angle), y = (corners[i].Y - (height / 2)) * Shrink(height, width, angle);
            double turnedX = (x * cos) - (y * sin), turnedY = (x * sin) + (y * cos);
            var stray = shot.Perspective * width;
            corners[i] = new(
                (width / 2) + turnedX - (Math.Sign(turnedX) * dice.Next() * stray), (height / 2) + turnedY - (Math.Sign(turnedY) * dice.Next() * stray));
        }

        for (var turn = 0; turn < shot.QuarterTurns; turn++)
        {
            for (var i = 0; i < 4; i++)
                corners[i] = new(height - corners[i].Y, corners[i].X);
            (width, height) = (height, width);
        }

        return ((int)Math.Round(width), (int)Math.Round(height), Projection.FromRectangle(page.Width, page.Height, corners));
    }

    private static double Shrink(double side, double other, double angle) => side / (side + (0.8 * other * Math.Abs(Math.Sin(angle))));

    private static void Finish(byte[] pixels, int width, int height, Shot shot, Dice dice)
    {
        Blurring.Defocus(pixels, width, height, shot.DefocusPixels);
        if (shot.MotionPixels > 0)
        {
            var (sin, cos) = Math.SinCos(dice.Between(0, Math.PI));
            Blurring.Motion(pixels, width, height, shot.MotionPixels * cos, shot.MotionPixels * sin);
        }

        if (shot.Kind == ShotKind.Screen)
            Sensor.Moire(pixels, width, height, dice);
        Sensor.Expose(pixels, width, shot.Noise, shot.Kind == ShotKind.Phone ? (dice.Between(0.96, 1.03), dice.Between(0.97, 1.0), dice.Between(0.90, 1.0)) : (1, 1, 1), dice);
        if (shot.Kind == ShotKind.Scanner && dice.Chance(0.6))
            Sensor.Photocopy(pixels, width, height, dice.Between(1.2, 2.4), dice);
        else if (shot.Kind == ShotKind.Fax)
            Sensor.Fax(pixels, width, height, dice);
    }
}
