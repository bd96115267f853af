namespace Vejja.Language.Guards;

/// <summary>What the gate makes of a message.</summary>
/// <param name="Class">The class that decides.</param>
/// <param name="Confidence">Probability of the class, in [0, 1]; 1 where words decided.</param>
/// <param name="Language">km, en or fr as the message is written (Khmer in Latin letters is km); null where it is none of them or cannot be told.</param>
public sealed record GateDecision(MessageClass Class, double Confidence, string? Language);
