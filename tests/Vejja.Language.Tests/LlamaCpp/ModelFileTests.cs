using Microsoft.Extensions.AI;
using Vejja.Language.Generation;
using Vejja.Language.LlamaCpp;

namespace Vejja.Language.Tests.LlamaCpp;

/// <summary>Files that are no model end in a clear error, never in the library.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejja-gguf").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task GetResponse_MissingFile_SaysMissing() =>
        Assert.Equal(LanguageModelFault.Missing, (await FaultAsync(Path.Combine(folder, "none.gguf"))).Fault);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(24)]
    [InlineData(1000)]
    [InlineData(60_000)]
    [InlineData(300_000)]
    [InlineData(-1)]
    public async Task GetResponse_TruncatedFile_SaysBroken(int length)
    {
        var bytes = await File.ReadAllBytesAsync(ShippedModel.Path, TestContext.Current.CancellationToken);
        var path = Path.Combine(folder, "cut.gguf");
        await File.WriteAllBytesAsync(path, bytes[..(length < 0 ? bytes.Length + length : length)], TestContext.Current.CancellationToken);
        var fault = await FaultAsync(path);
        Assert.Equal(LanguageModelFault.Broken, fault.Fault);
        Assert.Contains("cut.gguf", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(40)]
    public async Task GetResponse_DamagedHeader_SaysBroken(int offset)
    {
        var bytes = await File.ReadAllBytesAsync(ShippedModel.Path, TestContext.Current.CancellationToken);
        bytes.AsSpan(offset, 8).Fill(0xFF);
        var path = Path.Combine(folder, "damaged.gguf");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(LanguageModelFault.Broken, (await FaultAsync(path)).Fault);
    }

    [Fact]
    public async Task GetResponse_PictureInstead_SaysBroken()
    {
        var path = Path.Combine(folder, "picture.gguf");
        await File.WriteAllBytesAsync(path, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1, 2, 3, 4, 5, 6, 7, 8], TestContext.Current.CancellationToken);
        Assert.Equal(LanguageModelFault.Broken, (await FaultAsync(path)).Fault);
    }

    [Fact]
    public async Task GetResponse_TooLittleMemory_SaysHowMuch()
    {
        using var client = new LlamaCppChatClient(new() { ModelPath = ShippedModel.Path }, TimeProvider.System, () => 10 << 20);
        var fault = await Assert.ThrowsAsync<LanguageModelException>(() => client.GetResponseAsync("x", null, TestContext.Current.CancellationToken));
        Assert.Equal(LanguageModelFault.TooLittleMemory, fault.Fault);
        Assert.Contains("10 MiB are free", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(255, 1, 1)]
    [InlineData(512, 0, 1)]
    [InlineData(512, 1, 0)]
    public void Constructor_OptionOutsideItsRange_Throws(int context, int contexts, int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ShippedModel.Open(new() { ModelPath = ShippedModel.Path, ContextTokens = context, Contexts = contexts, Threads = threads }));

    [Fact]
    public void Health_NoFile_SaysWhyItDoesNotServe()
    {
        using var client = ShippedModel.Open(new() { ModelPath = Path.Combine(folder, "none.gguf") });
        var health = client.Health();
        Assert.False(health.Serves);
        Assert.Contains("no such model file", health.Note, StringComparison.Ordinal);
    }

    private static async Task<LanguageModelException> FaultAsync(string path)
    {
        using var client = ShippedModel.Open(new() { ModelPath = path });
        return await Assert.ThrowsAsync<LanguageModelException>(() => client.GetResponseAsync("x", null, TestContext.Current.CancellationToken));
    }
}
