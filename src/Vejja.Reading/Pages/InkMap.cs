namespace Vejja.Reading.Pages;

/// <summary>Which pixels of the upright page are ink, after uneven light was evened: one byte a pixel, 1 ink, 0 paper.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Pixels">Width · Height bytes, row by row. Shared, not to be written to.</param>
public sealed record InkMap(int Width, int Height, byte[] Pixels)
{
    /// <summary>Whether the pixel is ink; pixels outside the page are paper.</summary>
    public bool IsInk(int x, int y) => x >= 0 && x < Width && y >= 0 && y < Height && Pixels[(y * Width) + x] != 0;
}
