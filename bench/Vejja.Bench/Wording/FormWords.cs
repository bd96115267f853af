namespace Vejja.Bench.Wording;

/// <summary>The word for a form beside a medicine's name; empty where none is usual.</summary>
internal static class FormWords
{
    private static readonly Dictionary<string, (string French, string English)> Words = new()
    {
        ["tablet"] = ("cp", "Tab."),
        ["capsule"] = ("gél", "Cap."),
        ["syrup"] = ("sirop", "Syr."),
        ["oral suspension"] = ("susp", "Susp."),
        ["sachet"] = ("sachet", "Sachet"),
        ["cream"] = ("crème", "Cream"),
        ["eye drops"] = ("collyre", "Eye drops"),
        ["pessary"] = ("ovule", "Pessary"),
        ["injection"] = ("inj", "Inj."),
        ["inhaler"] = ("aérosol", "Inhaler"),
        ["nasal spray"] = ("spray nasal", "Nasal spray"),
    };

    /// <summary>The word in a language; Khmer sheets use the French ones.</summary>
    public static string Of(string form, Tongue tongue) =>
        Words.TryGetValue(form, out var words) ? tongue == Tongue.English ? words.English : words.French : "";
}
