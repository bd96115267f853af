using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Pages;

/// <summary>What lengths on the upright page are on the picture as it was taken: a small one is enlarged, which adds pixels but nothing to see.</summary>
internal static class PictureScale
{
    /// <summary>Pixels of the picture that a box on the page is high.</summary>
    public static double Height(Page page, Box box)
    {
        var (top, bottom) = (page.Transform.Apply(new(box.Centre.X, box.Y1)), page.Transform.Apply(new(box.Centre.X, box.Y2)));
        return Math.Sqrt(Math.Pow(bottom.X - top.X, 2) + Math.Pow(bottom.Y - top.Y, 2));
    }
}
