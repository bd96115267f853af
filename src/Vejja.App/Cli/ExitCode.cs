namespace Vejja.App.Cli;

/// <summary>The program's exit codes.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A fault of ours.</summary>
    public const int Fault = 1;

    /// <summary>Bad input: arguments, or a file that cannot be read.</summary>
    public const int BadInput = 2;
}
