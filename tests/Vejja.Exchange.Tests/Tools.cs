using System.Diagnostics;
using System.Text;

namespace Vejja.Exchange.Tests;

/// <summary>Independent readers, run as child processes.</summary>
internal static class Tools
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Where the test's own scripts lie.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <summary>The folder that holds Vejja.slnx.</summary>
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Runs a program, gives it the input, returns what it prints; a failure names what it says.</summary>
    public static async Task<string> RunAsync(string program, string[] arguments, string input, CancellationToken cancellation)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = utf8,
                StandardOutputEncoding = utf8,
            },
        };
        process.StartInfo.Environment["PYTHONIOENCODING"] = "utf-8";
        Assert.True(process.Start());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return await output;
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Vejja.slnx")) ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository."));
}
