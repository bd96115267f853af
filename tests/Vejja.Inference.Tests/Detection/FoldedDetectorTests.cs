using Vejja.Inference.Detection;
using Vejja.Inference.Runtime;

namespace Vejja.Inference.Tests.Detection;

/// <summary>The model that training/detector/fold.py wrote answers as the published one does.</summary>
public sealed class FoldedDetectorTests
{
    [Theory]
    [InlineData(32, 64)]
    [InlineData(64, 96)]
    [InlineData(224, 160)]
    public void Run_Strokes_AnswersAsThePublishedModel(int height, int width)
    {
        using var published = new InferenceSession(File.ReadAllBytes(InstalledFiles.FindAbove(PpOcrTextDetector.PublishedModelPath)!), new SessionOptions());
        using var folded = new InferenceSession(File.ReadAllBytes(InstalledFiles.FindAbove(PpOcrTextDetector.ModelPath)!), new SessionOptions());
        var page = new Tensor([1, 3, height, width], Strokes(height, width));
        var expected = published.Run(page).Values;
        var found = folded.Run(page).Values;
        Assert.Contains(expected, probability => probability > 0.5);
        Assert.Equal(expected.Length, found.Length);
        Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.001));
    }

    /// <summary>Paper with rows of dark strokes, as text has them, up to the picture's edges: there the padding of every layer is felt.</summary>
    private static float[] Strokes(int height, int width)
    {
        const float paper = 2.2f, ink = -1.8f;
        var planes = new float[3 * height * width];
        for (int i = 0; i < planes.Length; i++)
        {
            int x = i % width, y = i / width % height;
            planes[i] = y % 24 < 13 && (x + (y / 24)) % 7 < 3 && (x * y) % 11 != 0 ? ink : paper;
        }

        return planes;
    }
}
