namespace Vejja.Reading.Recognition;

/// <summary>When a second engine is asked, and how its answer weighs.</summary>
public sealed record DoubtOptions
{
    /// <summary>A first reading stands alone where every sign has at least this confidence, 0 to 1; 0.85.</summary>
    public double SureSign { get; init => field = Share(value); } = 0.85;

    /// <summary>And the whole line at least this, 0 to 1; 0.7.</summary>
    public double SureLine { get; init => field = Share(value); } = 0.7;

    /// <summary>What is left of a sign's confidence at most where the other engine reads something else, 0 to 1; 0.9.</summary>
    public double Disagreement { get; init => field = Share(value); } = 0.9;

    private static double Share(double value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
        return value;
    }
}
