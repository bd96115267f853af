namespace Vejja.Bench.Camera;

/// <summary>How one picture is taken, drawn by level. Lengths are shares of the frame unless the name says otherwise.</summary>
internal sealed record Shot
{
    /// <summary>Longer side of the picture, pixels.</summary>
    public required int LongSidePixels { get; init; }

    /// <summary>Quarter turns clockwise of the picture.</summary>
    public required int QuarterTurns { get; init; }

    /// <summary>Small angle, degrees.</summary>
    public required double AngleDegrees { get; init; }

    /// <summary>How far each corner strays.</summary>
    public required double Perspective { get; init; }

    /// <summary>Empty rim around the paper; below 0 the frame cuts the paper's margin.</summary>
    public required double Rim { get; init; }

    /// <summary>How far the paper is from flat, 0 to 1.</summary>
    public required double Bend { get; init; }

    /// <summary>How uneven the light is, 0 to 1.</summary>
    public required double Harshness { get; init; }

    /// <summary>Standard deviation of defocus, pixels of the picture.</summary>
    public required double DefocusPixels { get; init; }

    /// <summary>Length of motion blur, pixels of the picture.</summary>
    public required double MotionPixels { get; init; }

    /// <summary>Standard deviation of noise, grey levels.</summary>
    public required double Noise { get; init; }

    /// <summary>JPEG quality, 1 to 100.</summary>
    public required int JpegQuality { get; init; }

    /// <summary>The machine: a phone, a flat-bed scanner or copier, a fax, a phone before a screen.</summary>
    public required ShotKind Kind { get; init; }

    /// <summary>Number of stains.</summary>
    public required int Stains { get; init; }

    /// <summary>Number of pen circles.</summary>
    public required int PenCircles { get; init; }

    /// <summary>Whether a finger holds the paper.</summary>
    public required bool WithFinger { get; init; }

    /// <summary>Whether a corner is folded over.</summary>
    public required bool WithFoldedCorner { get; init; }

    /// <summary>Draws a shot.</summary>
    public static Shot Draw(DegradationLevel level, Dice dice)
    {
        var hard = level switch { DegradationLevel.Mild => 0.0, DegradationLevel.Hard => 0.5, _ => 1.0 };
        var kind = dice.Next() switch { < 0.78 => ShotKind.Phone, < 0.90 => ShotKind.Scanner, < 0.95 when hard > 0 => ShotKind.Fax, _ => hard > 0 ? ShotKind.Screen : ShotKind.Phone };
        var phone = kind is ShotKind.Phone or ShotKind.Screen;
        var sharp = level == DegradationLevel.Mild ? (0.35, 0.75) : level == DegradationLevel.Hard ? (0.6, 1.15) : (0.9, 1.6);
        var rim = phone ? dice.Between(-0.015, 0.07 + (0.03 * hard)) : dice.Between(-0.005, 0.01);
        return new Shot
        {
            LongSidePixels = level == DegradationLevel.Mild ? dice.Whole(1500, 1900) : level == DegradationLevel.Hard ? dice.Whole(1250, 1600) : dice.Whole(1000, 1280),
            QuarterTurns = dice.Chance(0.06 + (0.12 * hard)) ? dice.Whole(1, 3) : 0,
            AngleDegrees = phone ? dice.Normal() * (1.0 + (3.2 * hard)) : dice.Normal() * 0.5,
            Perspective = phone ? dice.Between(0.1, 1) * (0.018 + (0.05 * hard)) : 0,
            Rim = rim,
            Bend = phone ? dice.Between(0.1, 0.35 + (0.65 * hard)) : 0.02,
            Harshness = phone ? dice.Between(0.15, 0.45 + (0.55 * hard)) : 0.05,
            DefocusPixels = dice.Between(sharp.Item1, sharp.Item2),
            MotionPixels = phone && dice.Chance(0.15 + (0.35 * hard)) ? dice.Between(1, 2 + (3 * hard)) : 0,
            Noise = dice.Between(1.5, 4) + (7 * hard * dice.Next()),
            JpegQuality = level == DegradationLevel.Mild ? dice.Whole(74, 90) : level == DegradationLevel.Hard ? dice.Whole(50, 78) : dice.Whole(28, 60),
            Kind = kind,
            Stains = dice.Chance(0.1 + (0.3 * hard)) ? dice.Whole(1, 2) : 0,
            PenCircles = dice.Chance(0.04 + (0.2 * hard)) ? 1 : 0,
            WithFinger = kind == ShotKind.Phone && rim > 0.01 && dice.Chance(0.12 + (0.1 * hard)),
            WithFoldedCorner = phone && dice.Chance(0.1 + (0.25 * hard)),
        };
    }
}

/// <summary>The machine that took a picture.</summary>
internal enum ShotKind
{
    /// <summary>A phone above a paper on a table.</summary>
    Phone,

    /// <summary>A flat-bed scanner or copier.</summary>
    Scanner,

    /// <summary>A fax.</summary>
    Fax,

    /// <summary>A phone before a screen that shows the sheet.</summary>
    Screen,
}
