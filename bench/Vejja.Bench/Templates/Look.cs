using System.Collections.Immutable;
using System.Globalization;

namespace Vejja.Bench.Templates;

/// <summary>Typefaces, size and spacing of one sheet.</summary>
/// <param name="Khmer">Khmer face of the text.</param>
/// <param name="KhmerTitle">Khmer face of letterheads.</param>
/// <param name="Latin">Latin face of the text.</param>
/// <param name="Typed">Face of what a machine or a hand filled in.</param>
/// <param name="SizePixels">Size of the text, CSS pixels.</param>
/// <param name="LineHeight">Line height as a multiple of the size.</param>
/// <param name="LetterSpacingPixels">Extra space between signs, CSS pixels.</param>
/// <param name="Ink">Colour of the text.</param>
/// <param name="KhmerFirst">Whether the Khmer face also draws the Latin signs that it has.</param>
internal sealed record Look(
    string Khmer, string KhmerTitle, string Latin, string Typed, double SizePixels, double LineHeight, double LetterSpacingPixels, string Ink, bool KhmerFirst)
{
    /// <summary>Draws a look from the faces of a split.</summary>
    public static Look Draw(Split split, Dice dice)
    {
        var faces = Typefaces.Of(split);
        return new(
            dice.Pick(faces.Khmer), dice.Pick(faces.KhmerTitles), dice.Pick(faces.Latin), dice.Pick(faces.Hands), dice.Between(13.2, 16.8),
            dice.Between(1.28, 1.7), dice.Chance(0.12) ? dice.Between(0.15, 0.5) : 0, dice.Any("#111", "#1a1a1a", "#000", "#222", "#2a2a2e", "#14142a"), dice.Chance(0.22));
    }

    /// <summary>The style sheet's variable part.</summary>
    public string Css()
    {
        var text = KhmerFirst ? $"'{Khmer}','{Latin}'" : $"'{Latin}','{Khmer}'";
        string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
        return $":root{{--text:{text},'DejaVu Sans';--title:'{KhmerTitle}','{Latin}';--hand:'{Typed}','{Khmer}';--latin:'{Latin}','{Khmer}','DejaVu Sans';--size:{Number(SizePixels)}px;"
            + $"--leading:{Number(LineHeight)};--tracking:{Number(LetterSpacingPixels)}px;--ink:{Ink}}}";
    }
}

/// <summary>The faces of one split; no text face is in two of them.</summary>
/// <param name="Khmer">Khmer text faces.</param>
/// <param name="KhmerTitles">Khmer display faces.</param>
/// <param name="Latin">Latin text faces.</param>
/// <param name="Hands">Faces like handwriting or a typewriter.</param>
internal sealed record Typefaces(ImmutableArray<string> Khmer, ImmutableArray<string> KhmerTitles, ImmutableArray<string> Latin, ImmutableArray<string> Hands)
{
    /// <summary>Faces that npm packages carry: family, package, file.</summary>
    public static ImmutableArray<(string Family, string Package, string File)> Packaged { get; } =
    [
        ("Hanuman", "hanuman", "hanuman-khmer-400-normal.woff2"), ("Freehand", "freehand", "freehand-khmer-400-normal.woff2"),
        ("Caveat", "caveat", "caveat-latin-400-normal.woff2"), ("Handlee", "handlee", "handlee-latin-400-normal.woff2"),
        ("Architects Daughter", "architects-daughter", "architects-daughter-latin-400-normal.woff2"),
        ("Cedarville Cursive", "cedarville-cursive", "cedarville-cursive-latin-400-normal.woff2"),
    ];

    /// <summary>The faces of a split.</summary>
    public static Typefaces Of(Split split) => split switch
    {
        Split.Train => new(
            ["Khmer OS Battambang", "Khmer OS Siemreap", "Khmer OS", "Khmer Mondulkiri", "Noto Sans Khmer", "Khmer OS Metal Chrieng", "Khmer Busra dict", "Hanuman"],
            ["Khmer OS Muol Light", "Khmer OS Bokor"],
            ["Liberation Sans", "DejaVu Sans", "Roboto", "Liberation Serif", "Carlito", "Open Sans"], ["Caveat", "Courier Prime", "Comic Neue"]),
        Split.Dev => new(
            ["Khmer OS Content", "Khmer OS Freehand", "Khmer Busra MOE"], ["Khmer OS Muol Pali"], ["Noto Sans", "Lato", "Nimbus Roman"], ["Handlee", "Nimbus Mono PS"]),
        _ => new(
            ["Khmer OS System", "Khmer Busra", "Noto Serif Khmer", "Khmer OS Fasthand", "Freehand"], ["Khmer OS Muol", "Khmer Oureang"],
            ["Nimbus Sans", "Noto Serif", "Cabin", "C059"], ["Architects Daughter", "Cedarville Cursive", "Liberation Mono"]),
    };

    /// <summary>The @font-face rules of the packaged faces, from the folder that holds <c>node_modules</c>.</summary>
    public static string FontFaces(string fonts) => string.Concat(Packaged.Select(face =>
        $"@font-face{{font-family:'{face.Family}';src:url('{new Uri(Path.Combine(fonts, "node_modules/@fontsource", face.Package, "files", face.File)).AbsoluteUri}') format('woff2')}}"));
}
