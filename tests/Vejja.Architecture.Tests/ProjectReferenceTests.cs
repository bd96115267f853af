using System.Xml.Linq;

namespace Vejja.Architecture.Tests;

/// <summary>Arrows point down only, as docs/architecture.md draws them.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Reading"] = ["Domain"],
        ["Imaging"] = ["Reading"],
        ["Inference"] = ["Reading"],
        ["Tesseract"] = ["Reading"],
        ["Language"] = ["Reading", "Exchange"],
        ["Scheduling"] = ["Domain"],
        ["Exchange"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Jobs"] = ["Domain"],
        ["App"] = ["Reading", "Imaging", "Inference", "Tesseract", "Language", "Scheduling", "Exchange", "Storage", "Jobs", "Domain"],
    };

    public static TheoryData<string> Projects() =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_EachProject_PointDownOnly(string project)
    {
        var allowed = Assert.Contains(project["Vejja.".Length..], Allowed);
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Vejja.".Length..]);
        Assert.All(references, reference => Assert.Contains(reference, allowed));
    }

    [Fact]
    public void Domain_Packages_None()
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", "Vejja.Domain", "Vejja.Domain.csproj"));
        Assert.Empty(file.Descendants("PackageReference"));
    }

    [Fact]
    public void Folders_Names_SayWhatTheyHold()
    {
        string[] banned = ["Core", "Common", "Shared", "Utils", "Helpers"];
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories);
        Assert.DoesNotContain(folders, folder => banned.Any(name =>
            Path.GetFileName(folder).Equals(name, StringComparison.OrdinalIgnoreCase) || Path.GetFileName(folder).EndsWith("." + name, StringComparison.OrdinalIgnoreCase)));
    }
}
