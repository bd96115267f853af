using System.Collections.Immutable;
using Vejja.Bench.Templates.Families;

namespace Vejja.Bench.Templates;

/// <summary>Every family of templates.</summary>
internal static class FamilyList
{
    /// <summary>The families, in a stable order.</summary>
    public static ImmutableArray<TemplateFamily> All { get; } = [.. SlotTables.Families, .. LineSheets.Families, .. GridSheets.Families];

    /// <summary>The families of a split.</summary>
    public static ImmutableArray<TemplateFamily> Of(Split split) => [.. All.Where(family => family.Split == split)];

    /// <summary>A family by name.</summary>
    public static TemplateFamily Named(string name) => All.Single(family => family.Name == name);
}
