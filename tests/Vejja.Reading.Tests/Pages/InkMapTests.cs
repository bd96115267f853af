using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Pages;

public sealed class InkMapTests
{
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(-1, 0, false)] // a rule's end may lie outside the page
    [InlineData(0, -3, false)]
    [InlineData(2, 0, false)]
    [InlineData(0, 2, false)]
    public void IsInk_AnyPlace_IsPaperOutsideThePage(int x, int y, bool isInk) => Assert.Equal(isInk, new InkMap(2, 2, [1, 0, 0, 0]).IsInk(x, y));
}
