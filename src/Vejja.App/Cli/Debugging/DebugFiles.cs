using System.Globalization;
using System.Text;
using Vejja.Imaging.Pictures;
using Vejja.Reading;

namespace Vejja.App.Cli.Debugging;

/// <summary>What <c>--debug</c> leaves: for each page a PNG with every box and cell drawn on it, and for the document one HTML file that needs nothing else.</summary>
internal static class DebugFiles
{
    /// <summary>Writes the files; names are those of the document.</summary>
    /// <param name="document">Read with its pages kept.</param>
    /// <param name="folder">Created where it is missing.</param>
    public static void Write(ReadDocument document, DirectoryInfo folder)
    {
        folder.Create();
        var name = Path.GetFileNameWithoutExtension(document.Prescription.File);
        for (var page = 0; page < document.Pages.Length; page++)
        {
            var drawn = PageDrawing.Draw(document.Prescription, page, document.Pages[page]);
            File.WriteAllBytes(Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{name}.page{page + 1}.png")), PngEncoding.Encode(drawn));
        }

        File.WriteAllText(Path.Combine(folder.FullName, name + ".html"), DebugPage.Render(document), new UTF8Encoding(false));
    }
}
