using Vejja.Bench.Rendering;
using Vejja.Bench.Templates;

namespace Vejja.Bench.Tests.Rendering;

public sealed class InstalledTypefacesTests
{
    [Fact]
    public void Require_AfterTheSetUp_FindsEveryFaceOfEverySplit()
    {
        foreach (var split in Enum.GetValues<Split>())
            Assert.Null(Record.Exception(() => InstalledTypefaces.Require(Typefaces.Of(split))));
    }

    [Fact]
    public void Missing_FaceThatNeitherSystemNorPackageHas_IsNamed()
    {
        var faces = new Typefaces(["Khmer OS", "Hanuman"], [], ["Nimbus Sans"], []);
        Assert.Equal(["Nimbus Sans"], InstalledTypefaces.Missing(faces, new HashSet<string> { "Khmer OS", "Lato" }));
    }
}
