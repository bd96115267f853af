using Vejja.Domain.Geometry;

namespace Vejja.Reading.Pages;

/// <summary>A ruling line of a table or a form, in pixels of the upright page; slight curl is followed by several pieces.</summary>
/// <param name="From">Left end of a horizontal line, top end of a vertical one.</param>
/// <param name="To">Right end, or bottom end.</param>
/// <param name="Thickness">Pixels across, above 0.</param>
/// <param name="IsHorizontal">Along the text, or across it.</param>
public readonly record struct RulingLine(PagePoint From, PagePoint To, double Thickness, bool IsHorizontal);
