using System.Text.Json.Nodes;
using Vejja.Exchange.Fhir;
using Vejja.Reading.Dosing;

namespace Vejja.App.Web.Pages;

/// <summary>How a medicine is taken, as a person writes it: read by the grammar that reads the sheets.</summary>
internal static class DosageEntry
{
    private const double LeastConfidence = 0.6;

    /// <summary>FHIR Dosages of the words.</summary>
    /// <returns>The Dosages, or the key of a message: words that were not wholly understood are not taken.</returns>
    public static (JsonNode? Value, string? Fault) Parse(string text)
    {
        var options = new SigOptions();
        if (text.Length > options.LongestText)
            return (null, "dosageNotUnderstood");
        var sig = SigReader.Read(text, options);
        if (sig.DosageInstruction.IsEmpty || sig.Residue.Length > 0 || sig.Confidence < LeastConfidence)
            return (null, "dosageNotUnderstood");
        return (new JsonArray([.. sig.DosageInstruction.Select(dosage => JsonNode.Parse(DosageJson.Write(dosage)))]), null);
    }
}
