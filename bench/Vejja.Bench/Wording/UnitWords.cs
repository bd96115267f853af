namespace Vejja.Bench.Wording;

/// <summary>The words for forms and units in three languages.</summary>
internal static class UnitWords
{
    private static readonly Dictionary<string, (string[] Km, string[] Fr, string[] En)> Words = new()
    {
        ["tablet"] = (["គ្រាប់"], ["cp", "comprimé", "cpr", "comp"], ["tab", "tablet", "tabs"]),
        ["capsule"] = (["កាប់ស៊ុល"], ["gél", "gélule"], ["cap", "capsule", "caps"]),
        ["sachet"] = (["កញ្ចប់"], ["sachet", "sach"], ["sachet"]),
        ["mL"] = (["មីលីលីត្រ", "ml"], ["ml", "mL"], ["ml", "mL"]),
        ["drop"] = (["តំណក់"], ["goutte", "gtte"], ["drop", "gtt"]),
        ["puff"] = (["ខ្យល់"], ["bouffée", "bouff"], ["puff"]),
        ["spray"] = (["បាញ់"], ["pulvérisation", "pulv"], ["spray"]),
        ["ampoule"] = (["អំពូល"], ["amp", "ampoule"], ["amp", "ampoule"]),
        ["pessary"] = (["ovule"], ["ovule"], ["pessary"]),
        ["bottle"] = (["ដប"], ["flacon", "fl"], ["bottle", "btl"]),
        ["tube"] = (["បំពង់"], ["tube"], ["tube"]),
        ["box"] = (["ប្រអប់"], ["boîte", "bte"], ["box"]),
    };

    /// <summary>The word for a unit; an abbreviation or the whole word.</summary>
    public static string Of(string unit, Tongue tongue, Dice dice) => dice.Pick(All(unit, tongue));

    /// <summary>The first word for a unit.</summary>
    public static string First(string unit, Tongue tongue) => All(unit, tongue)[0];

    private static string[] All(string unit, Tongue tongue)
    {
        var (km, fr, en) = Words[unit];
        return tongue switch { Tongue.Khmer => km, Tongue.French => fr, _ => en };
    }
}
