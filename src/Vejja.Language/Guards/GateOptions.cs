namespace Vejja.Language.Guards;

/// <summary>Where the gate draws its lines; chosen on the open two thirds of the guard set.</summary>
public sealed record GateOptions
{
    /// <summary>From this probability of the three emergencies together on, help comes first. In (0, 1].</summary>
    public double Emergency { get; init; } = 0.28;

    /// <summary>From this probability of all refused classes together on, the message is refused. In (0, 1].</summary>
    public double Refuse { get; init; } = 0.5;

    /// <summary>The same for one clause of a message: a question beside another. In (0, 1].</summary>
    public double RefuseClause { get; init; } = 0.8;

    /// <summary>Under this probability of the best class, the message is not understood. In [0, 1).</summary>
    public double Understand { get; init; } = 0.2;

    /// <summary>Longest message, in UTF-16 code units. 1 to 10,000.</summary>
    public int LongestMessage { get; init; } = 2000;
}
