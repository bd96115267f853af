using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Fields;

/// <summary>A label with the text that stands behind it.</summary>
/// <param name="Field">The label's field.</param>
/// <param name="Label">How surely the label is what it is taken for.</param>
/// <param name="Value">The text up to the next label, or the line to the right.</param>
/// <param name="Line">The line of the label.</param>
/// <param name="Row">The row of that line, from 0, over all pages.</param>
internal sealed record LabelledValue(string Field, double Label, InkText Value, TextLine Line, int Row);
