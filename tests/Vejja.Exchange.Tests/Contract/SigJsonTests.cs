using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Contract;

namespace Vejja.Exchange.Tests.Contract;

public sealed class SigJsonTests
{
    [Fact]
    public void Write_NothingBesideTheDose_HasNullsAndEmptyLists() => Assert.Equal(
        """{"text":"xyz","dosageInstruction":[],"confidence":0.1,"quantity":null,"refills":null,"flags":[{"code":"not-understood","severity":"confirm","field":"dose"}],"residue":"xyz"}""",
        SigJson.Write(new Sig("xyz", [], 0.1) { Flags = [new Flag("not-understood", FlagSeverity.Confirm, "dose")], Residue = "xyz" }));

    [Fact]
    public void Write_QuantityRefillsDuration_AreThere() => Assert.Equal(
        """{"text":"#30 2 refills","dosageInstruction":[{"sequence":1,"text":"1 od"}],"confidence":0.9877,"quantity":{"value":30,"unit":"tablet"},"refills":2,"duration":{"value":1,"unit":"mo"},"flags":[],"residue":""}""",
        SigJson.Write(new Sig("#30 2 refills", [new Dosage { Text = "1 od" }], 0.98769)
        {
            Quantity = new Quantity(30, "tablet"),
            Refills = 2,
            Duration = new TimeSpanAmount(1, TimeUnit.Month),
        }));
}
