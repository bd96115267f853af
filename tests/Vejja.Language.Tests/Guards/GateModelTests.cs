using System.Text.Json;
using Vejja.Language.Guards;

namespace Vejja.Language.Tests.Guards;

/// <summary>The program computes what the training measured: keys and probabilities of probes that training/assistant/train.py wrote.</summary>
public sealed class GateModelTests
{
    [Fact]
    public void Probabilities_Probes_AreTheTrainings()
    {
        using var probes = JsonDocument.Parse(File.ReadAllBytes(GuardMessages.PathOf("probes.json")));
        Assert.True(probes.RootElement.GetArrayLength() > 50);
        foreach (var probe in probes.RootElement.EnumerateArray())
        {
            var key = MessageKey.Of(probe.GetProperty("text").GetString()!);
            Assert.Equal(probe.GetProperty("key").GetString(), key);
            var expected = probe.GetProperty("class").EnumerateArray().Select(value => value.GetDouble());
            Assert.All(GateModel.Default.Probabilities(key).Classes.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.002));
        }
    }

    [Fact]
    public void Classes_OfTheModel_AreTheEnumerations() => Assert.All(GateModel.Default.Classes, name => Assert.Equal(name, MessageClasses.FromCode(name).Code()));
}
