namespace Vejja.Language.Enhancement;

/// <summary>A value with what speaks for it, or the reason against it.</summary>
/// <param name="Value">The value; null where it was turned down.</param>
/// <param name="Reason">A code.</param>
/// <param name="Ceiling">The suggestion is no surer than this.</param>
internal readonly record struct Verdict(string? Value, string Reason, double Ceiling)
{
    /// <summary>Turned down.</summary>
    public static Verdict No(string reason) => new(null, reason, 0);
}
