using System.Globalization;
using Vejja.App.Features.Documents;
using Vejja.App.Web.Texts;

namespace Vejja.App.Web.Pages;

/// <summary>What a person changed on the review page.</summary>
/// <param name="Changes">As corrections, in an order in which they can be applied one after another.</param>
/// <param name="Faults">By pointer, in the person's language.</param>
internal sealed record ReviewChanges(IReadOnlyList<FieldChange> Changes, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>Compares a posted form with what the page showed.</summary>
    public static ReviewChanges Of(ReviewModel model, IFormCollection form, PageTexts texts)
    {
        var changes = new List<FieldChange>();
        var faults = new Dictionary<string, string>();
        foreach (var field in ReviewPages.AllFields(model))
        {
            if (!form.TryGetValue(field.Pointer, out var posted) || (posted.FirstOrDefault() ?? "").Trim() is var entered && entered == field.Value)
                continue;
            var (value, fault) = ReviewForm.Parse(field.Pointer, entered);
            if (fault is not null)
                faults[field.Pointer] = texts.With(fault, entered);
            else
                changes.Add(new(field.Pointer, value));
        }

        if (form["/medications/-"].FirstOrDefault() is { } added && !string.IsNullOrWhiteSpace(added))
            changes.Add(new("/medications/-", added.Trim()));

        // From the last to the first, so that no removal moves a medicine that is still to be removed.
        var removed = form["remove"].Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1)
            .Where(index => index >= 0 && index < model.Medicines.Length).Distinct().OrderDescending();
        foreach (var index in removed)
            changes.Add(new(string.Create(CultureInfo.InvariantCulture, $"/medications/{index}"), null));
        return new(changes, faults);
    }
}
