using System.Globalization;
using System.Text;
using System.Text.Json;
using Vejja.Bench.Truth;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Contract;

namespace Vejja.Bench.Scoring;

/// <summary>One suggestion beside the truth; all values as keys that compare.</summary>
internal sealed record ScoredSuggestion(string File, string Field, string Expected, string? Before, string After, double Confidence, string Why)
{
    /// <summary>Whether the page says what is suggested.</summary>
    public bool IsRight => Expected == After;

    /// <summary>Whether what stood there before was right.</summary>
    public bool WasRight => Expected == Before;

    /// <summary>Whether it is offered as sure.</summary>
    public bool IsSure => Confidence >= FieldOutcome.TrustedConfidence;
}

/// <summary>What a language model's suggestions are worth on a set of sheets.</summary>
/// <param name="Off">The sheets as the rules read them.</param>
/// <param name="Suggestions">Every suggestion.</param>
/// <param name="Rejections">Answers that the validator turned down, by reason.</param>
internal sealed record EnhancementScore(Summary Off, IReadOnlyList<ScoredSuggestion> Suggestions, IReadOnlyList<string> Rejections)
{
    private static readonly string[] Events = Enum.GetNames<EventTiming>();

    /// <summary>Pairs a folder's truth with lines of <c>vejja enhance</c>.</summary>
    public static EnhancementScore Of(string folder, string enhanced)
    {
        var sheets = new List<SheetScore>();
        var suggestions = new List<ScoredSuggestion>();
        var rejections = new List<string>();
        foreach (var line in File.ReadLines(enhanced).Where(line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var reading = PrescriptionJson.Read(Encoding.UTF8.GetBytes(json.RootElement.GetProperty("prescription").GetRawText()));
            var truth = TruthFile.Read(Path.Combine(folder, reading.File + ".truth.json"));
            sheets.Add(SheetScoring.Score(truth, reading));
            var pairs = MedicationMatching.Match(truth.Prescription.Medications, reading.Medications);
            suggestions.AddRange(json.RootElement.GetProperty("suggestions").EnumerateArray().Select(suggestion => Score(reading.File, suggestion, pairs)));
            rejections.AddRange(json.RootElement.GetProperty("rejections").EnumerateArray().Select(rejection => rejection.GetProperty("reason").GetString()!));
        }

        return new(new Summary(sheets), suggestions, rejections);
    }

    /// <summary>The figures, off and on.</summary>
    public string Describe()
    {
        int Count(Func<ScoredSuggestion, bool> which) => Suggestions.Count(which);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Off.Sheets.Count} sheets, {Off.Medications.Expected} medicines; off: {Off.SilentlyWrong} silently wrong, coverage {100 * Off.Coverage:0.0} %; on: the same, for a suggestion changes no value");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Suggestions.Count} suggestions: {Count(each => each.IsRight && !each.WasRight)} fix a field, {Count(each => each.WasRight && !each.IsRight)} would break one, {Count(each => !each.IsRight && !each.WasRight)} put one wrong value for another; {Count(each => !each.IsRight && each.IsSure)} wrong at 0.8 or more");
        foreach (var field in Suggestions.GroupBy(each => each.Field).OrderBy(group => group.Key, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {field.Key}: {field.Count(each => each.IsRight)} right, {field.Count(each => !each.IsRight)} wrong");
        text.Append("turned down: ").AppendJoin(", ", Rejections.GroupBy(reason => reason).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}"));
        return text.ToString();
    }

    private static ScoredSuggestion Score(string file, JsonElement suggestion, List<(Medication? Truth, Medication? Read)> pairs)
    {
        var id = suggestion.GetProperty("medication").GetString();
        var field = suggestion.GetProperty("field").GetString()!;
        var truth = pairs.First(pair => pair.Read?.Id == id).Truth;
        string? Key(string name) => suggestion.GetProperty(name).GetString() is { } text ? KeyOf(field, text) : null;
        return new(file, field, truth is null ? "" : Expected(field, truth), Key("before"), Key("after")!, suggestion.GetProperty("confidence").GetDouble(), suggestion.GetProperty("why").GetString()!);
    }

    private static string Expected(string field, Medication truth) => field switch
    {
        "name" => truth.Name is { } name ? KeyOf(field, name.Value) : "",
        "strength" => truth.Strength is { } strength ? KeyOf(field, strength.Value) : "",
        "form" => truth.Form?.Value ?? "",
        "route" => truth.Route?.Value ?? "",
        "quantity" => truth.Quantity is { Value: var quantity } ? string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.####} {quantity.Unit}").TrimEnd() : "",
        "duration" => ScheduleKey.Duration(truth) ?? "",
        _ => string.Join(" | ", ScheduleKey.Whole(truth.DosageInstruction).Split(" | ").Select(part => part.TrimEnd())),
    };

    private static string KeyOf(string field, string text) => field switch
    {
        "name" => MedicationMatching.NameKey(text),
        "strength" => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))),
        "dosageInstruction" => string.Join(" | ", text.Split("; ").SelectMany(Parts).Order(StringComparer.Ordinal)),
        _ => text,
    };

    /// <summary>A dose as a suggestion writes it, <c>1 tablet MORN EVE</c>, in the form of <see cref="ScheduleKey.Whole"/>.</summary>
    private static IEnumerable<string> Parts(string dosage)
    {
        var words = dosage.Split(' ');
        var dose = string.Join(' ', words.Where(word => !Events.Contains(word)));
        return words.Where(word => Events.Contains(word)).Select(time => $"{time} = {dose}".TrimEnd());
    }
}
