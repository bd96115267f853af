using System.Collections.Immutable;
using Vejja.Bench.Scoring;
using Vejja.Bench.Truth;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Straightening;
using Vejja.Inference.Detection;
using Vejja.Reading;
using Vejja.Reading.Layout;

namespace Vejja.Bench.Crops;

/// <summary>Cuts the lines of a sheet as <c>vejja scan</c> cuts them, each with what the truth says stands there.</summary>
/// <param name="detector">The real detector.</param>
internal sealed class SheetCrops(PpOcrTextDetector detector)
{
    /// <summary>The crops of one picture whose label is beyond doubt; how many were cut in all.</summary>
    public (ImmutableArray<LabelledCrop> Labelled, int Cut) Cut(byte[] picture, TruthDocument truth, CancellationToken cancellation)
    {
        var cropper = new RecordingCropper();
        var orientation = new KnownOrientation(truth.Prescription.Pages[0].Rotation);
        var reader = new PrescriptionReader(
            new DocumentDecoder(new()), new PageStraightener(new()), detector, orientation, cropper, new BlindRecognizer(), new RuleBlockClassifier(), TimeProvider.System, new ReadingOptions());
        var page = reader.Read(picture, truth.Prescription.File, cancellation).Prescription.Pages[0];
        var labelling = new CropLabelling(truth);
        var crops = cropper.Crops;
        var labelled = ImmutableArray.CreateBuilder<LabelledCrop>();
        foreach (var crop in crops)
        {
            if (labelling.Read([.. Quad.Corners(crop.Outline).Select(page.Transform.Apply)]) is { } text)
                labelled.Add(new(crop.Picture, text));
        }

        return (labelled.ToImmutable(), crops.Length);
    }
}
