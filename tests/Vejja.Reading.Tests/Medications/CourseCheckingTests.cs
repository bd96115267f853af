using Vejja.Domain.Medications;
using Vejja.Reading.Medications;

namespace Vejja.Reading.Tests.Medications;

public sealed class CourseCheckingTests
{
    [Theory]
    [InlineData(10, 2, 5, 0.95)]
    [InlineData(30, 3, 10, 0.95)]
    // ១០ read as 20 beside ១០ read as 20: they fit, and both are wrong.
    [InlineData(20, 1, 20, 0.7)]
    public void Check_NumbersThatFit_SupportOneAnotherUnlessTheyAreTheSame(int quantity, int daily, int days, double expected)
    {
        var medication = new Medication
        {
            Id = "m1",
            Quantity = new(new(quantity, "tablet"), null, 0.7, ["b1"]),
            Duration = new(new(days, "d"), null, 0.7, ["b2"]),
            DosageEvidence = new("", null, 0.7, ["b3"]),
        };

        var read = CourseChecking.Check(medication, daily, ["tablet"]);

        Assert.Equal(expected, read.Quantity!.Confidence, 0.02);
        Assert.InRange(read.DosageEvidence!.Confidence, 0.9, 1);
        Assert.Empty(read.Flags);
    }

    [Fact]
    public void Check_NumbersThatDoNotFit_AreDoubtedAndFlagged()
    {
        var medication = new Medication
        {
            Id = "m1",
            Quantity = new(new(20, "tablet"), null, 0.99, ["b1"]),
            Duration = new(new(5, "d"), null, 0.99, ["b2"]),
            DosageEvidence = new("", null, 0.99, ["b3"]),
        };

        var read = CourseChecking.Check(medication, 2, ["tablet"]);

        Assert.True(read.Quantity!.Confidence < 0.8 && read.DosageEvidence!.Confidence < 0.8 && read.Duration!.Confidence < 0.8);
        Assert.Equal("quantity-mismatch", Assert.Single(read.Flags).Code);
    }
}
