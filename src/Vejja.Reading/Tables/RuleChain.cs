namespace Vejja.Reading.Tables;

/// <summary>One rule of a table: its pieces in order, with the gaps between them bridged. Follows curl piece by piece.</summary>
internal sealed class RuleChain
{
    private readonly RulePiece[] pieces;
    private readonly double farSlope;

    /// <summary>Puts the pieces in order.</summary>
    /// <param name="pieces">At least one.</param>
    /// <param name="commonSlope">The slope of the table's rules in this direction, used beyond the ends of short chains.</param>
    /// <param name="shortest">A chain shorter than this (pixels) does not know its own slope.</param>
    public RuleChain(IEnumerable<RulePiece> pieces, double commonSlope, double shortest)
    {
        this.pieces = [.. pieces.OrderBy(piece => piece.A1)];
        (Start, End) = (this.pieces[0].A1, this.pieces.Max(piece => piece.A2));
        Thickness = this.pieces.Max(piece => piece.Thickness);
        var last = this.pieces[^1];
        farSlope = End - Start >= shortest ? (last.C2 - this.pieces[0].C1) / Math.Max(1, last.A2 - Start) : commonSlope;
    }

    public double Start { get; }

    public double End { get; }

    public double Thickness { get; }

    public IReadOnlyList<RulePiece> Pieces => pieces;

    /// <summary>The position across at a position along.</summary>
    public double At(double a)
    {
        if (a <= pieces[0].A1)
            return pieces[0].C1 + (farSlope * (a - pieces[0].A1));
        for (var i = 0; i < pieces.Length; i++)
        {
            if (a <= pieces[i].A2)
                return a >= pieces[i].A1 ? pieces[i].At(a) : Between(pieces[i - 1], pieces[i], a);
        }

        var last = pieces.MaxBy(piece => piece.A2);
        return last.C2 + (farSlope * (a - last.A2));
    }

    /// <summary>Share of the stretch that has a rule, in [0, 1].</summary>
    public double Coverage(double from, double to)
    {
        double covered = 0, reached = from;
        foreach (var piece in pieces)
        {
            var (start, end) = (Math.Max(reached, piece.A1), Math.Min(to, piece.A2));
            if (end > start)
                (covered, reached) = (covered + end - start, end);
        }

        return to <= from ? 0 : covered / (to - from);
    }

    private static double Between(RulePiece before, RulePiece after, double a)
    {
        var gap = after.A1 - before.A2;
        return gap <= 0 ? after.C1 : before.C2 + ((after.C1 - before.C2) * (a - before.A2) / gap);
    }
}
