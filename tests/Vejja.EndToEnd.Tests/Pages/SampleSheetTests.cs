using Vejja.Domain.Geometry;
using Vejja.Imaging.Cropping;
using Vejja.Imaging.Straightening;
using Vejja.Inference.Detection;
using Vejja.Inference.Recognition;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;
using Vejja.Reading.Recognition;

namespace Vejja.EndToEnd.Tests.Pages;

/// <summary>The models and the imaging together, on the project's own sheets.</summary>
public sealed class SampleSheetTests : IDisposable
{
    private readonly PpOcrTextDetector detector = new(SampleSheet.Model(PpOcrTextDetector.ModelPath), new PpOcrDetectorOptions(), new SessionOptions { Threads = 2 });
    private readonly VejjaLineRecognizer recognizer = new(RecognizerFiles.Shipped(SampleSheet.Model), new SessionOptions());
    private readonly PerspectiveCropper cropper = new();

    [Theory]
    [InlineData("hospital-slots.jpg", 0)]
    [InlineData("hospital-slots.jpg", 90)]
    [InlineData("khmer-narrative.jpg", 180)]
    [InlineData("ordonnance.jpg", 270)]
    public void FindTurn_TurnedSheet_SaysHow(string name, int degrees)
    {
        var page = new PageStraightener(new StraightenerOptions()).Straighten(PageTurn.Clockwise(SampleSheet.Load(name).Photograph, degrees), 0).Image;
        var lines = detector.Detect(page, TestContext.Current.CancellationToken);
        Assert.Equal(degrees, new TextOrientation(cropper, recognizer).FindTurn(page, lines, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("hospital-slots.jpg")]
    [InlineData("english-sigs.jpg")]
    public void Detect_Sheet_FindsItsWords(string name)
    {
        var sheet = SampleSheet.Load(name);
        var page = new PageStraightener(new StraightenerOptions()).Straighten(sheet.Photograph, 0);
        var found = detector.Detect(page.Image, TestContext.Current.CancellationToken)
            .Select(line => Box.Around(line.Polygon.Points.Select(page.Page.Transform.Apply))).ToList();
        // Lone signs are the cells' business: this detector is known to lose them.
        var words = sheet.Words.Where(word => word.Text.Length >= 3).ToList();
        double seen = words.Count(word => found.Any(box => box.Intersect(word.Polygon.Bounds).Area > 0.5 * word.Polygon.Bounds.Area));
        Assert.True(seen / words.Count >= 0.9, $"{seen} of {words.Count}");
    }

    [Theory]
    [InlineData("hospital-slots.jpg", false, 0.6)]
    [InlineData("hospital-slots.jpg", true, 0.6)]
    [InlineData("english-sigs.jpg", false, 0.6)]
    [InlineData("english-sigs.jpg", true, 0.6)]
    public void Recognize_WordsOfASheet_MostlyExact(string name, bool isLightOnDark, double expected)
    {
        var sheet = SampleSheet.Load(name);
        var misses = sheet.Words.Where(word => word.Text.Length > 0)
            .Select(word => (word.Text, Read: recognizer.Recognize(Crop(sheet, word.Polygon, isLightOnDark), LineKind.Any, TestContext.Current.CancellationToken)))
            .Where(pair => SampleSheet.Letters(pair.Text) != SampleSheet.Letters(pair.Read.Text)).ToList();
        double exact = 1 - ((double)misses.Count / sheet.Words.Length);
        Assert.True(exact >= expected, $"{exact:0.00}: {string.Join("; ", misses.Take(8).Select(miss => $"{miss.Text} → {miss.Read.Text}"))}");
    }

    public void Dispose()
    {
        detector.Dispose();
        recognizer.Dispose();
    }

    private PageImage Crop(SampleSheet sheet, Polygon polygon, bool isLightOnDark)
    {
        var crop = cropper.Crop(sheet.Photograph, polygon, 2);
        return isLightOnDark ? new PageImage(crop.Width, crop.Height, Array.ConvertAll(crop.Rgb, level => (byte)(255 - level))) : crop;
    }
}
