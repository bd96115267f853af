using System.Collections.Frozen;

namespace Vejja.Exchange.Fhir;

/// <summary>SNOMED CT codes of the routes for which one concept says exactly the same; other routes go out as text alone.</summary>
internal static class Routes
{
    /// <summary>FHIR's name of SNOMED CT.</summary>
    public const string System = "http://snomed.info/sct";

    private static readonly FrozenDictionary<string, string> ByRoute = new Dictionary<string, string>
    {
        ["oral"] = "26643006",
        ["sublingual"] = "37839007",
        ["buccal"] = "54471007",
        ["rectal"] = "37161004",
        ["vaginal"] = "16857009",
        ["nasal"] = "46713006",
        ["ophthalmic"] = "54485002",
        ["otic"] = "10547007",
        ["topical"] = "6064005",
        ["transdermal"] = "45890007",
        ["intravenous"] = "47625008",
        ["intramuscular"] = "78421000",
        ["subcutaneous"] = "34206005",
        ["intradermal"] = "372464004",
        ["intra-articular"] = "12130007",
        ["intrathecal"] = "72607000",
        ["nasogastric"] = "127492001",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> ByCode =
        ByRoute.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The SNOMED CT code of a canonical route; null where none is certain.</summary>
    public static string? Code(string route) => ByRoute.GetValueOrDefault(route);

    /// <summary>The canonical route of a SNOMED CT code; null for any other.</summary>
    public static string? Route(string code) => ByCode.GetValueOrDefault(code);
}
