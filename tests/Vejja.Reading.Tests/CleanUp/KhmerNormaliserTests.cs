using System.Globalization;
using System.Text.RegularExpressions;
using Vejja.Reading.CleanUp;

namespace Vejja.Reading.Tests.CleanUp;

public partial class KhmerNormaliserTests
{
    [Fact]
    public void Normalise_VectorsOfTheRecogniser_GiveTheSame()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository(), "models", "khmer-normalisation.tsv"));
        Assert.True(lines.Length >= 600, $"only {lines.Length} vectors");
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            Assert.Equal(Signs(fields[1]), KhmerNormaliser.Normalise(Signs(fields[0])));
        }
    }

    [Theory]
    [InlineData("ក\u17B6\u17C1", "ក\u17C4")]
    [InlineData("ស\u17D2រ\u17D2ត\u17B8", "ស\u17D2ត\u17D2រ\u17B8")]
    [InlineData("ថ្ងៃ\u200Bត្រង់", "ថ្ងៃត្រង់")]
    [InlineData("", "")]
    [InlineData("  500  mg ", "500 mg")]
    public void Normalise_OneShapeTwoSpellings_IsOneSpelling(string text, string expected) => Assert.Equal(expected, KhmerNormaliser.Normalise(text));

    [Theory]
    [InlineData("គ្រាប់ ក្រោយបាយ")]
    [InlineData("ព្រឹក (6-8) ថ្ងៃត្រង់ (11-12) ល្ងាច (05-06) យប់ (08-10)")]
    [InlineData("វេជ្ជបញ្ជា")]
    [InlineData("Amoxicilline 500 mg gél : 1 gél matin, midi et soir")]
    public void Normalise_Normal_StaysAndTwiceIsOnce(string text)
    {
        var once = KhmerNormaliser.Normalise(text);
        Assert.Equal(once, KhmerNormaliser.Normalise(once));
        Assert.Equal(text.Length, once.Length);
    }

    private static string Signs(string escaped) => Escape().Replace(
        escaped, m => ((char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Vejja.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }

    [GeneratedRegex(@"\\u([0-9a-f]{4})")]
    private static partial Regex Escape();
}
