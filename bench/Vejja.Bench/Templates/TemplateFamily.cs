using Vejja.Bench.Content;
using Vejja.Bench.Wording;

namespace Vejja.Bench.Templates;

/// <summary>A kind of sheet: one layout that many places use, each in its own look.</summary>
/// <param name="Name">Identifier.</param>
/// <param name="Split">The split it belongs to.</param>
/// <param name="Needs">What it can print.</param>
/// <param name="Main">The language of its labels.</param>
/// <param name="Compose">Prints a sheet: the HTML of its pages.</param>
internal sealed record TemplateFamily(string Name, Split Split, SheetNeeds Needs, Tongue Main, Func<Composition, string> Compose);
