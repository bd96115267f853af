using Vejja.Bench.Content;
using Vejja.Bench.Templates;

namespace Vejja.Bench.Splits;

/// <summary>Proves that the splits differ in families, typefaces, seeds and medicines.</summary>
internal static class Disjointness
{
    /// <summary>What is in two splits and should not be; empty when the proof holds.</summary>
    public static IReadOnlyList<string> Violations()
    {
        var violations = new List<string>();
        var splits = Enum.GetValues<Split>();
        foreach (var (a, b) in splits.SelectMany(a => splits.Where(b => b > a).Select(b => (a, b))))
        {
            void Apart(string what, IEnumerable<string> left, IEnumerable<string> right) =>
                violations.AddRange(left.Intersect(right, StringComparer.Ordinal).Select(shared => $"{what} {shared} is in {a} and in {b}"));
            Apart("family", FamilyList.Of(a).Select(family => family.Name), FamilyList.Of(b).Select(family => family.Name));
            Apart("typeface", Faces(a), Faces(b));
            if (SeedRanges.Of(a, ulong.MaxValue, int.MaxValue) >= SeedRanges.Of(b, 0, 0))
                violations.Add($"the seeds of {a} reach into those of {b}");
        }

        violations.AddRange(new[] { Split.Train, Split.Dev }.SelectMany(split => Formulary.Of(split).Where(Formulary.IsHeldOut).Select(drug => $"{drug.English} is held out but in {split}")));
        return violations;
    }

    /// <summary>A description of the splits, for the datasheet.</summary>
    public static string Describe() => string.Join('\n', Enum.GetValues<Split>().Select(split =>
        $"{split}: families {string.Join(", ", FamilyList.Of(split).Select(family => family.Name))}; typefaces {string.Join(", ", Faces(split))}; {Formulary.Of(split).DistinctBy(drug => drug.English).Count()} medicines"));

    private static IEnumerable<string> Faces(Split split)
    {
        var faces = Typefaces.Of(split);
        return [.. faces.Khmer, .. faces.KhmerTitles, .. faces.Latin, .. faces.Hands];
    }
}
