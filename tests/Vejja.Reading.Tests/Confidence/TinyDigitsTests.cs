using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Confidence;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Confidence;

public sealed class TinyDigitsTests
{
    [Theory]
    [InlineData("7", 10, 1, 0.75)]
    [InlineData("១", 10, 1, 0.75)]
    [InlineData("7", 11, 1, 0.99)] // high enough
    [InlineData("7", 12, 2, 0.75)] // not before it was enlarged
    [InlineData("7", 14, 2, 0.99)]
    [InlineData("21", 10, 1, 0.99)] // not alone
    [InlineData("x", 10, 1, 0.99)] // no digit
    public void Weigh_OneDigit_IsNotSureWhereItIsSmall(string read, double height, double enlargement, double confidence)
    {
        var reading = TinyDigits.Weigh(
            new(read, 0.99, [.. read.Select((sign, index) => new SymbolReading(sign.ToString(), 0.99, index / 2.0, (index + 1) / 2.0))], "test"),
            Polygon.From(new Box(10, 10, 18, 10 + height)),
            new Page(0, 100, 100, 0, 0, [], new(1 / enlargement, 0, 0, 0, 1 / enlargement, 0, 0, 0, 1)));

        Assert.All(reading.Symbols.Select(symbol => symbol.Confidence).Append(reading.Confidence), actual => Assert.Equal(confidence, actual));
    }
}
