using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Hostile;

/// <summary>What no answer may hold: an exception's text, a path, a type's name, a database's, a cookie, another caller's medicine.</summary>
internal static class Leaks
{
    /// <summary>A medicine that one caller sent and no other may see.</summary>
    public const string Secret = "Secretamol";

    public static void AssertNone(RunningService service, string text, string about)
    {
        foreach (var leak in (string[])["Exception", "   at ", Path.GetTempPath(), AppContext.BaseDirectory, service.Options.DataFolder, "Vejja.App.", ".cs:", "SQLite", "Npgsql", "Set-Cookie", Secret])
            Assert.False(text.Contains(leak, StringComparison.Ordinal), about);
    }
}
