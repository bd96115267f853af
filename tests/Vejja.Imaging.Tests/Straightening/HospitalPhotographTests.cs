using Vejja.Imaging.Decoding;
using Vejja.Imaging.Straightening;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Tests.Straightening;

/// <summary>The one real photograph that may be used for tests; it lies beside the repository, not in it.</summary>
public sealed class HospitalPhotographTests
{
    [Fact]
    public void Straighten_TableOfNineColumns_FindsEveryRule()
    {
        var page = new PageStraightener(new StraightenerOptions()).Straighten(Photograph(), 0);
        var vertical = page.Rulings.Where(line => !line.IsHorizontal).ToList();
        var horizontal = page.Rulings.Where(line => line.IsHorizontal).ToList();
        // Ten edges of nine columns less one (the row number's left edge is the table's), six of five rows.
        Assert.Equal(9, Places(vertical.Select(line => line.From.X)));
        Assert.Equal(6, Places(horizontal.Select(line => line.From.Y)));
        Assert.All(vertical, line => Assert.InRange(Math.Abs(line.To.X - line.From.X), 0, 6));
        Assert.All(horizontal, line => Assert.InRange(Math.Abs(line.To.Y - line.From.Y), 0, 6));
        Assert.InRange(page.Page.Skew, 2, 4);
    }

    private static int Places(IEnumerable<double> positions)
    {
        var sorted = positions.Order().ToList();
        return 1 + sorted.Zip(sorted.Skip(1)).Count(pair => pair.Second - pair.First > 12);
    }

    private static PageImage Photograph()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "samples", "hospital-photo-redacted.png");
            if (File.Exists(path))
                return new DocumentDecoder(new DecodeLimits()).Decode(File.ReadAllBytes(path), TestContext.Current.CancellationToken)[0];
        }

        Assert.Skip("shared/samples/hospital-photo-redacted.png lies in no folder above the tests.");
        throw new InvalidOperationException();
    }
}
