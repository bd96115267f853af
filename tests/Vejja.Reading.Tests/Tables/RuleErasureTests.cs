using Vejja.Reading.Layout;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Tables;

public sealed class RuleErasureTests
{
    [Fact]
    public void Erase_DigitTouchingARule_BecomesItsOwnComponent()
    {
        var page = new DrawnPage(200, 100).Rule(10, 50, 190, 50).Blot(80, 34, 4, 15);

        var (ink, _) = RuleErasure.Erase(page.Upright, [], _ => true);

        var digit = Assert.Single(ConnectedInk.Find(ink));
        Assert.InRange(digit.Box.Height, 12, 15);
    }

    [Fact]
    public void Erase_StrokeCrossingARule_StaysWhole()
    {
        var page = new DrawnPage(200, 100).Rule(10, 50, 190, 50).Blot(80, 40, 4, 24);

        var (ink, image) = RuleErasure.Erase(page.Upright, [], _ => true);

        Assert.Equal(24, Assert.Single(ConnectedInk.Find(ink)).Box.Height);
        Assert.Equal(255, image.Gray[(50 * 200) + 20]);
        Assert.Equal(0, image.Gray[(50 * 200) + 82]);
    }

    [Fact]
    public void Erase_RuleThatIsNone_Stays()
    {
        var page = new DrawnPage(200, 100).Rule(10, 50, 24, 50);

        Assert.Single(ConnectedInk.Find(RuleErasure.Erase(page.Upright, [], _ => false).Ink));
    }

    [Fact]
    public void Erase_SignAmongTheDotsOfARule_StaysWhole()
    {
        var page = new DrawnPage(200, 100);
        for (var x = 10; x < 190; x += 6)
            page.Blot(x, 50, 2, 2);
        page.Blot(79, 44, 3, 10);
        var dotted = DottedRules.Find(ConnectedInk.Find(page.Ink), 20);

        var (ink, image) = RuleErasure.Erase(page.Upright, dotted, _ => true);

        Assert.NotEmpty(dotted);
        Assert.Equal(10, Assert.Single(ConnectedInk.Find(ink)).Box.Height);
        Assert.Equal(255, image.Gray[(50 * 200) + 16]);
    }
}
