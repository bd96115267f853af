using Vejja.Language.LlamaCpp;

namespace Vejja.Language.Tests;

/// <summary>The model that ships, opened once for all tests.</summary>
internal static class ShippedModel
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Path { get; } = System.IO.Path.Combine(Root, "models", "enhancer-v2.gguf");

    private static readonly Lazy<LlamaCppChatClient> Client = new(() => Open(new() { ModelPath = Path, ContextTokens = 1024, Contexts = 2, Threads = 1, QueueLimit = 300, IdleUnload = null }));

    public static LlamaCppChatClient Shared => Client.Value;

    public static LlamaCppChatClient Open(LlamaCppOptions options) => new(options, TimeProvider.System);

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Vejja.slnx")) ? folder
        : FindRoot(System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository."));
}
