namespace Vejja.Reading.Tests;

public sealed class ReadingStepsTests
{
    [Fact]
    public void Steps_TwoPages_RiseFromPageToPageToTheEnd()
    {
        var told = new List<ReadingProgress>();
        var steps = new ReadingSteps(new Listener(told), pages: 2);
        steps.Open();
        for (var page = 0; page < 2; page++)
        {
            steps.Detect(page);
            for (var line = 0; line < 4; line++)
                steps.Recognise(page, count: 4);
        }

        steps.Tabulate();
        steps.Medicate();
        Assert.Equal(["decoded", "detected", "recognised", "recognised", "recognised", "recognised", "detected", "recognised", "recognised", "recognised", "recognised", "tables", "medications"], told.Select(one => one.Step));
        Assert.Equal(told.Select(one => one.Percent).Order(), told.Select(one => one.Percent));
        Assert.Equal(46, told[5].Percent);
        Assert.Equal((90, 2, 2), (told[10].Percent, told[10].Page, told[10].Pages));
        Assert.Equal((99, null), (told[^1].Percent, told[^1].Page));
    }

    private sealed class Listener(List<ReadingProgress> told) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => told.Add(value);
    }
}
