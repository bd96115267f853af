using Vejja.Domain.Evidence;

namespace Vejja.Domain.Tests.Evidence;

public sealed class ReadingTests
{
    private static Reading<string> Paracetamol => new("Paracetamol", "Paracetamo1", 0.97, ["b21"]);

    [Fact]
    public void Equals_SameSources_ByContent()
    {
        Assert.Equal(Paracetamol, Paracetamol);
        Assert.Equal(Paracetamol.GetHashCode(), Paracetamol.GetHashCode());
    }

    [Fact]
    public void Equals_OtherSource_Differs() => Assert.NotEqual(Paracetamol, Paracetamol with { Source = ["b22"] });

    [Fact]
    public void Equals_RivalReading_Differs() => Assert.NotEqual(Paracetamol, Paracetamol with { Alternatives = ["Paracetamel"] });

    [Fact]
    public void Equals_FlagArguments_ByContent()
    {
        var flag = new Flag("quantity-mismatch", FlagSeverity.Confirm, "quantity") { Arguments = ["15", "5"] };
        Assert.Equal(flag, flag with { Arguments = ["15", "5"] });
        Assert.NotEqual(flag, flag with { Arguments = ["15"] });
    }
}
