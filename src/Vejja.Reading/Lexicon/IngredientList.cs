using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>A combination named by its ingredients: "Amoxicillin + Clavulanic acid", « amoxicilline/acide clavulanique ».</summary>
internal static class IngredientList
{
    private static readonly string[] Joints = ["+", "/", "&", " and ", " et ", " avec ", " with ", ",", " - "];

    /// <summary>The combination; null unless the text names two or more ingredients, each spelt exactly.</summary>
    public static MedicineName? Read(string text, MedicineLexicon lexicon)
    {
        var parts = text.Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 6)
            return null;
        var ids = ImmutableArray.CreateBuilder<string>(parts.Length);
        foreach (var part in parts)
        {
            if (Ingredient(part, lexicon) is not { } id || ids.Contains(id))
                return null;
            ids.Add(id);
        }

        return new MedicineName(text.Trim(), MedicineNameKind.Inn, ids.MoveToImmutable(), "");
    }

    private static string? Ingredient(string part, MedicineLexicon lexicon)
    {
        var names = lexicon.FindExact(part);
        if (names.Count == 0 && SaltWords.Without(part) is { } bare)
            names = lexicon.FindExact(bare);
        return names.Count > 0 && names.All(n => n.Substances.Length == 1 && n.Kind != MedicineNameKind.Brand && n.Content == names[0].Content)
            ? names[0].Substances[0]
            : null;
    }
}
