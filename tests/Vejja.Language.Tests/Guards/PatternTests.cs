using Vejja.Language.Guards;

namespace Vejja.Language.Tests.Guards;

public sealed class PatternTests
{
    [Theory]
    [InlineData("a|b + c", "say a c now", true)]
    [InlineData("a|b + c", "say a then c", false)]
    [InlineData("a … c", "say a then c", true)]
    [InlineData("took + 00 + pills", "I took 25 pills", true)]
    [InlineData("took + 00 + pills", "I took 2 pills", false)]
    [InlineData("pregnan*", "pregnancy test", true)]
    [InlineData("alcohol", "alchohol", true)]
    [InlineData("alcohol", "alcoholic drinks", false)]
    [InlineData("kill + myself", "this painkiller, myself", false)]
    [InlineData("ផឹកស្រា", "ខ្ញុំផឹកស្រា", true)]
    [InlineData("ផឹកស្រា", "ខ្ញុំផឹក ស្រាមួយកែវ", true)]
    [InlineData("ស្រាបៀរ", "ធូរស្រាលហើយ", false)]
    public void Matches_Notation_AsItsHeadSays(string pattern, string message, bool expected) =>
        Assert.Equal(expected, PatternRule.Parse(MessageClass.Advice, pattern).Matches(new(MessageKey.Of(message))));

    [Theory]
    [InlineData("When do I take the painkiller?")]
    [InlineData("I forgot what time the pill is in the morning")]
    [InlineData("à prendre tous les jours ?")]
    [InlineData("ខ្ញុំធូរស្រាលពេលណា")]
    [InlineData("trov mok vinh thngai na")]
    [InlineData("is the overhead light ok")]
    [InlineData("how many tablets are taken each time")]
    public void Find_LookAlikes_MatchNothing(string message) => Assert.Null(GatePatterns.Find(new(MessageKey.Of(message))));
}
