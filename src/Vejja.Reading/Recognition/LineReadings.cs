using System.Collections.Immutable;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Reads every planned line of a page, several at once: crops of unequal width are faster side by side than in a batch.</summary>
internal static class LineReadings
{
    /// <summary>The engine that is named where a lone dash or a row of dots was decided by its form.</summary>
    public const string FormEngine = "form";

    private const double DashConfidence = 0.97;

    /// <summary>Readings in the order of the plan.</summary>
    public static ImmutableArray<LineReading> Read(
        PagePlan plan, ILineCropper cropper, ILineRecognizer recognizer, int threads, ReadingSteps steps, CancellationToken cancellation)
    {
        var readings = new LineReading[plan.Lines.Length];

        // No scheduler of its own: on a worker's threads, which give way to requests, all lines are read there.
        Parallel.For(0, readings.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, TaskScheduler = null, CancellationToken = cancellation }, index =>
        {
            readings[index] = Read(plan, plan.Lines[index], cropper, recognizer, cancellation);
            steps.Recognise(plan.Page.Page.Index, readings.Length);
        });
        return [.. readings];
    }

    private static LineReading Read(PagePlan plan, PlannedLine line, ILineCropper cropper, ILineRecognizer recognizer, CancellationToken cancellation)
    {
        if (line.IsDash)
            return new("-", DashConfidence, [new("-", DashConfidence, 0, 1)], FormEngine);
        if (line.IsLeader)
            return new("…", DashConfidence, [new("…", DashConfidence, 0, 1)], FormEngine);
        // Outlines hug their ink; the recogniser learnt lines with a little paper around.
        var margin = Math.Max(2, (line.Kind is LineKind.Cell ? 0.12 : 0.06) * plan.LineHeight);
        var reading = recognizer.Recognize(cropper.Crop(plan.Page.Image, line.Crop, margin), line.Kind, cancellation);
        return DroppedSigns.Weigh(TinyDigits.Weigh(reading, line.Crop, plan.Page.Page), line.Crop, margin, plan.Ink);
    }
}
