using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Layout;

public sealed class SheetLayoutTests
{
    [Theory]
    [InlineData(false, "None", "None")]
    [InlineData(true, "None", "CrossedOut")] // seen by the recogniser alone
    [InlineData(false, "CrossedOut", "CrossedOut")] // by the ink alone
    [InlineData(true, "Coloured", "Coloured, CrossedOut")]
    public void Lay_StrokeSeenByRecogniserOrInk_CrossesTheLineOut(bool isRead, string ink, string marks)
    {
        var polygon = Polygon.From(new Box(10, 10, 210, 30));
        var page = new UprightPage(new Page(0, 500, 300, 0, 0, [], Homography.Identity), new PageImage(1, 1, new byte[3]), new InkMap(0, 0, []), []);
        var plan = new PagePlan(page, [], [new PlannedLine(polygon, LineKind.Any, -1, -1, false, Enum.Parse<LineMarks>(ink))], 20, []);

        var sheet = SheetLayout.Lay([plan], [[Printed.Reading("Paracetamol 500mg") with { IsCrossedOut = isRead }]], new RuleBlockClassifier());

        Assert.Equal(marks, Assert.Single(sheet.Lines).Marks.ToString());
    }
}
