namespace Vejja.App.Features.Keys;

/// <summary>What a key may do.</summary>
internal static class Scopes
{
    /// <summary>See documents and results.</summary>
    public const string Read = "read";

    /// <summary>Upload, retry, cancel, delete, reminders.</summary>
    public const string Write = "write";

    /// <summary>Correct and approve.</summary>
    public const string Review = "review";

    /// <summary>Keys, webhooks, retention.</summary>
    public const string Admin = "admin";

    /// <summary>Every scope.</summary>
    public static readonly string[] All = [Read, Write, Review, Admin];
}
