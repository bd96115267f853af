using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

/// <summary>
/// Measures over the names: all of them in the long test run (the figures of docs/lexicon.md come from its output), every fifteenth otherwise.
/// </summary>
public class LexiconMeasureTests(ITestOutputHelper report)
{
    private static readonly MedicineLexicon Medicines = MedicineLexicon.Default;
    private static readonly int Step = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") is null ? 15 : 1;

    // What recognisers give for what is printed; most of these stand in confusions.tsv, the last five do not.
    private static readonly (string Printed, string Read)[] Slips =
    [
        ("l", "1"), ("m", "rn"), ("o", "0"), ("e", "c"), ("i", "l"), ("d", "cl"), ("n", "h"), ("t", "f"), ("a", "o"), ("u", "v"), ("é", "e"), ("s", "5"),
        ("p", "n"), ("r", "v"), ("c", "a"), ("b", "l"), ("x", "z"),
    ];

    [Fact]
    public void Resolve_OneSlipInEveryName_IsNextToNeverAnotherMedicine()
    {
        var (right, abstained, wrong) = (0, 0, 0);
        foreach (var (name, index) in Names().Select((n, i) => (n, i)).Where(each => each.i % Step == 0))
        {
            var slip = Slips.Skip(index % Slips.Length).Concat(Slips).FirstOrDefault(s => name.Text.Contains(s.Printed, StringComparison.Ordinal));
            if (slip.Printed is null)
                continue;
            var at = name.Text.IndexOf(slip.Printed, StringComparison.Ordinal);
            Count(name, name.Text[..at] + slip.Read + name.Text[(at + slip.Printed.Length)..], ref right, ref abstained, ref wrong);
        }

        Say("one slip", right, abstained, wrong);
        Assert.True(wrong * 500 <= right + abstained + wrong, $"{wrong} wrong");
        Assert.True(right >= 0.9 * (right + abstained + wrong), $"{right} right, {abstained} abstained");
    }

    [Fact]
    public void Resolve_OneLetterLost_IsSeldomAnotherMedicine()
    {
        var (right, abstained, wrong) = (0, 0, 0);
        foreach (var (name, index) in Names().Select((n, i) => (n, i)).Where(each => each.i % Step == 0))
        {
            var at = index % name.Text.Length;
            if (char.IsLetter(name.Text[at]))
                Count(name, name.Text.Remove(at, 1), ref right, ref abstained, ref wrong);
        }

        Say("one letter lost", right, abstained, wrong);
        Assert.True(wrong * 100 <= right + abstained + wrong, $"{wrong} wrong");
    }

    [Fact]
    public void Resolve_OtherMedicineUnknownToTheLexicon_IsSeldomTakenForAKnownOne()
    {
        // Every fifth brand is taken for unknown: is it mistaken for what is left?
        var (silent, asked, open) = (0, 0, 0);
        foreach (var name in Names().Where((n, i) => i % (5 * Step) == 0 && n.Kind == MedicineNameKind.Brand))
        {
            var nearest = Medicines.Search(name.Text).Where(c => c.Name.Text != name.Text && c.Name.Content != name.Content).Select(c => c.Distance).DefaultIfEmpty(9).Min();
            if (nearest <= NameRepair.SlipOfShape)
                silent++;
            else if (nearest <= NameTolerance.Accept(NameKey.Of(name.Text).Length))
                asked++;
            else
                open++;
        }

        report.WriteLine($"unknown brands: {silent} would be repaired, {asked} flagged as near, {open} flagged as not known");
        Assert.True(silent * 50 <= silent + asked + open, $"{silent} would be repaired");
    }

    [Fact]
    public void LookAlikes_OverAllNonproprietaryNames_AreCounted()
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in Medicines.Substances.Keys.Where((_, i) => i % Step == 0))
        {
            if (Medicines.Resolve(id).Name is not { } name)
                continue;
            foreach (var other in LookAlikeSearch.Of(Medicines, name).Where(o => o.Name.Kind == MedicineNameKind.Inn && o.Name.Substances[0] == o.Name.Text))
                pairs.Add(string.CompareOrdinal(id, other.Name.Text) < 0 ? $"{id}/{other.Name.Text}" : $"{other.Name.Text}/{id}");
        }

        report.WriteLine($"{pairs.Count} pairs of look-alike INN");
        Assert.InRange(pairs.Count * Step, 100, 3000);
    }

    private static IEnumerable<MedicineName> Names()
    {
        var names = new List<MedicineName>();
        foreach (var key in Medicines.Index.Keys)
            names.AddRange(Medicines.Index.Exact(key).Take(1));
        return names.Where(n => Medicines.ResolveExactly(n.Text).Kind == NameMatchKind.Exact);
    }

    private static void Count(MedicineName name, string read, ref int right, ref int abstained, ref int wrong)
    {
        var match = Medicines.Resolve(read);
        if (match.Name is null)
            abstained++;
        else if (match.Name.Content == name.Content)
            right++;
        else
            wrong++;
    }

    private void Say(string what, int right, int abstained, int wrong) =>
        report.WriteLine($"{what}: {right + abstained + wrong} names, {right} right, {abstained} abstained, {wrong} wrong");
}
