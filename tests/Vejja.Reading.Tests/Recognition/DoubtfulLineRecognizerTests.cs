using Vejja.Reading.Pages;
using Vejja.Reading.Recognition;

namespace Vejja.Reading.Tests.Recognition;

public sealed class DoubtfulLineRecognizerTests
{
    private static readonly PageImage Crop = new(90, 20, new byte[3 * 90 * 20]);

    [Theory]
    [InlineData(0.99)] // the first reading stands alone
    [InlineData(0.4)] // the second engine is asked, and knows no strokes
    public void Recognize_StrokeThatTheFirstEngineSaw_IsKept(double confidence)
    {
        var first = new Engine(Printed.Reading("Prednisolone", confidence) with { IsCrossedOut = true });
        var second = new Engine(Printed.Reading("Prednisolone", 0.9));

        var reading = new DoubtfulLineRecognizer(first, second, new DoubtOptions()).Recognize(Crop, LineKind.Any, TestContext.Current.CancellationToken);

        Assert.True(reading.IsCrossedOut);
        Assert.Equal("Prednisolone", reading.Text);
        Assert.Equal(confidence < 0.85 ? 1 : 0, second.Asked);
    }

    private sealed class Engine(LineReading reading) : ILineRecognizer
    {
        public int Asked { get; private set; }

        public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
        {
            Asked++;
            return reading;
        }
    }
}
