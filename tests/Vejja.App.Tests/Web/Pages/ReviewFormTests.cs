using Vejja.App.Web.Pages;

namespace Vejja.App.Tests.Web.Pages;

public sealed class ReviewFormTests
{
    [Theory]
    [InlineData("/fields/age", "35", """{"value":35,"unit":"a"}""")]
    [InlineData("/fields/age", "8 mo", """{"value":8,"unit":"mo"}""")]
    [InlineData("/medications/0/quantity", "14 tablet", """{"value":14,"unit":"tablet"}""")]
    [InlineData("/medications/0/duration", "5", """{"value":5,"unit":"d"}""")]
    [InlineData("/medications/0/duration", "0.5 mo", """{"value":0.5,"unit":"mo"}""")]
    [InlineData("/fields/date", "2026-11-02", "\"2026-11-02\"")]
    [InlineData("/medications/0/strength", " 500 mg ", "\"500 mg\"")]
    [InlineData("/fields/sex", "female", "\"female\"")]
    public void Parse_WhatPeopleWrite_IsTheContractsForm(string pointer, string entered, string expected)
    {
        var (value, fault) = ReviewForm.Parse(pointer, entered);
        Assert.Null(fault);
        Assert.Equal(expected, value!.ToJsonString());
    }

    [Theory]
    [InlineData("/fields/age", "old")]
    [InlineData("/fields/age", "-3")]
    [InlineData("/medications/0/quantity", "1,5 tablet")]
    [InlineData("/medications/0/quantity", "0 tablet")]
    [InlineData("/medications/0/quantity", "1e9")]
    [InlineData("/fields/date", "2026-02-30")]
    [InlineData("/fields/date", "02/11/2026")]
    [InlineData("/fields/sex", "x")]
    [InlineData("/medications/0/dosageInstruction", "blue until the moon")]
    public void Parse_WhatCannotBe_IsNotGuessed(string pointer, string entered)
    {
        var (value, fault) = ReviewForm.Parse(pointer, entered);
        Assert.Null(value);
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("1 tablet morning and evening after meals for 5 days")]
    [InlineData("1 cp matin et soir pendant 7 jours")]
    [InlineData("2 tablets 3 times a day")]
    public void Parse_Dosage_IsReadByTheSheetsOwnGrammar(string entered)
    {
        var (value, fault) = ReviewForm.Parse("/medications/0/dosageInstruction", entered);
        Assert.Null(fault);
        Assert.NotEmpty(value!.AsArray());
    }
}
