using System.Collections.Immutable;
using Vejja.Reading.Fields;
using Vejja.Reading.Layout;
using Vejja.Reading.Medications;
using Vejja.Reading.Pages;
using Vejja.Reading.Recognition;

namespace Vejja.Reading;

/// <summary>Bytes to a prescription: the whole flow, one line a stage. Safe to be used by several threads at once.</summary>
/// <param name="decoder">Opens the file.</param>
/// <param name="straightener">Makes pages upright and even.</param>
/// <param name="detector">Finds lines of text.</param>
/// <param name="orientation">Says how a page lies; null where pages are known to be upright.</param>
/// <param name="cropper">Cuts lines out.</param>
/// <param name="recognizer">Reads lines.</param>
/// <param name="classifier">Says which part of the sheet a line belongs to.</param>
/// <param name="time">Measures the stages.</param>
/// <param name="options">Threads and what is kept.</param>
public sealed class PrescriptionReader(
    IDocumentDecoder decoder, IPageStraightener straightener, ITextDetector detector, IPageOrientation? orientation, ILineCropper cropper, ILineRecognizer recognizer,
    IBlockClassifier classifier, TimeProvider time, ReadingOptions options)
{
    /// <summary>Reads one document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name without a folder.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <exception cref="UnreadableDocumentException">The bytes are no document that can be read.</exception>
    public ReadDocument Read(ReadOnlyMemory<byte> bytes, string file, CancellationToken cancellation) => Read(bytes, file, null, cancellation);

    /// <summary>Reads one document and tells how far it is.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name without a folder.</param>
    /// <param name="progress">Is told of each step, by several threads at once; null for nobody.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <exception cref="UnreadableDocumentException">The bytes are no document that can be read.</exception>
    public ReadDocument Read(ReadOnlyMemory<byte> bytes, string file, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        var clock = new StageClock(time);
        var pictures = clock.Time("decode", () => decoder.Decode(bytes, cancellation));
        var steps = new ReadingSteps(progress, pictures.Length);
        steps.Open();
        var plans = ImmutableArray.CreateBuilder<PagePlan>(pictures.Length);
        var readings = ImmutableArray.CreateBuilder<ImmutableArray<LineReading>>(pictures.Length);
        for (var index = 0; index < pictures.Length; index++)
        {
            var picture = pictures[index];
            var (page, lines) = Look();
            if (DarkPage.Is(page.Image, lines))
            {
                picture = picture.InsideOut();
                (page, lines) = Look();
            }

            // Most pages lie upright: the others are straightened and looked at once more. A line that somebody cut out does.
            if (!LinePicture.Is(page.Image) && clock.Time("orient", () => orientation?.FindTurn(page.Image, lines, cancellation) ?? 0) is var turn and not 0)
                (page, lines) = Look(turn);
            var letters = clock.Time("straighten", () => TextSize.Misjudged(page, lines, straightener));
            if (letters is not null)
                (page, lines) = Look(page.Page.Rotation, letters: letters);
            if (Lean(page, lines) is { } lean && Math.Abs(lean) >= TextLean.Least)
            {
                var (again, seen) = Look(page.Page.Rotation, TextLean.OnPicture(page.Page, lines, lean), letters);
                if (Lean(again, seen) is { } left && Math.Abs(left) < Math.Abs(lean))
                    (page, lines) = (again, seen);
            }

            steps.Detect(index);
            var plan = clock.Time("plan", () => PagePlanning.Plan(page, lines));
            readings.Add(clock.Time("recognise", () => LineReadings.Read(plan, cropper, recognizer, options.Threads(), steps, cancellation)));
            plans.Add(Light(plan));

            double? Lean(UprightPage upright, ImmutableArray<DetectedLine> detected) => clock.Time("straighten", () => TextLean.Find(upright, detected, straightener));

            (UprightPage Page, ImmutableArray<DetectedLine> Lines) Look(int turned = 0, double? skew = null, double? letters = null)
            {
                var upright = clock.Time("straighten", () => straightener.Straighten(picture, index, turned, skew, letters));
                return (upright, clock.Time("detect", () => LinePicture.Whole(upright, detector.Detect(upright.Image, cancellation))));
            }
        }

        var laid = clock.Time("layout", () => TextInColumns.Dissolve(plans.ToImmutable(), readings.ToImmutable()));
        var sheet = clock.Time("layout", () => SheetLayout.Lay(laid, readings.ToImmutable(), classifier));
        var tables = clock.Time("tables", () => MedicineTables.Find(sheet));
        steps.Tabulate();
        var beside = tables.Beside(sheet.Lines);
        var fields = clock.Time("fields", () => FieldReading.Read(beside));
        var medicines = clock.Time("medications", () => SheetMedications.Read(tables, beside, fields));
        medicines = clock.Time("checks", () => MedicationChecks.Check(medicines, sheet));
        steps.Medicate();
        var prescription = clock.Time("assemble", () => PrescriptionAssembly.Assemble(file, laid, sheet, fields, medicines));
        return new(prescription, options.KeepPages ? [.. plans.Select(plan => plan.Page.Image)] : [], clock.Stages);
    }

    /// <summary>A page's picture and ink are let go as soon as its lines are read, or a long PDF fills the memory.</summary>
    private PagePlan Light(PagePlan plan) => options.KeepPages ? plan : plan with
    {
        Ink = [],
        Page = plan.Page with { Image = new PageImage(1, 1, new byte[3]), Ink = new InkMap(0, 0, []) },
    };
}
