using System.Collections.Immutable;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Layout;

/// <summary>A document's lines in reading order and its tables with their text.</summary>
/// <param name="Lines">Every line, in reading order, with identifiers.</param>
/// <param name="Tables">Every table.</param>
internal sealed record Sheet(ImmutableArray<TextLine> Lines, ImmutableArray<ReadTable> Tables);
