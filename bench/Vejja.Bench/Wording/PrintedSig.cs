using System.Collections.Immutable;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Wording;

/// <summary>An instruction as printed and what it says.</summary>
/// <param name="Text">The words.</param>
/// <param name="Dosages">Their meaning, coded as the contract says.</param>
/// <param name="Days">The length of the course that the words give, else null.</param>
internal sealed record PrintedSig(string Text, ImmutableArray<Dosage> Dosages, TimeSpanAmount? Days);
