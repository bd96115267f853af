using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;
using Vejja.Language.Enhancement;

namespace Vejja.Language.Tests.Enhancement;

/// <summary>A row as training/language draws it.</summary>
internal static class DrawnRow
{
    /// <summary>The question as drawn, with the blocks that it was drawn from; every field that it names is open.</summary>
    public static Question Read(string text)
    {
        var lines = text.Split('\n');
        var fields = lines[0].Split(' ')[1..].Select(field => Enum.Parse<FieldKind>(field, ignoreCase: true)).ToImmutableArray();
        var result = ImmutableArray.CreateBuilder<PageLine>();
        foreach (var line in lines[1..])
        {
            var parts = line.TrimStart('>').Split(' ');
            var place = parts[0][1..].Split('c');
            var block = new Block(parts[0], 0, string.Join(' ', parts[2..].Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..])), Polygon.From(new(0, 0, 1, 1)),
                int.Parse(parts[1], CultureInfo.InvariantCulture) / 100.0, BlockType.Table, Script.Mixed);
            var (words, at) = (ImmutableArray.CreateBuilder<PageWord>(), 0);
            foreach (var part in parts[2..])
            {
                var joint = part.IndexOf('=', StringComparison.Ordinal);
                words.Add(new(int.Parse(part.AsSpan(0, joint), CultureInfo.InvariantCulture), block, at, part[(joint + 1)..]));
                at = words[^1].End + 1;
            }

            result.Add(new(block, int.Parse(place[0], CultureInfo.InvariantCulture), int.Parse(place[1], CultureInfo.InvariantCulture), line[0] == '>', words.ToImmutable()));
        }

        return new(new Medication { Id = "m1" }, fields, result.ToImmutable());
    }
}
