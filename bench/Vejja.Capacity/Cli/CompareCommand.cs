using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Vejja.Capacity.Running;

namespace Vejja.Capacity.Cli;

/// <summary>The same files through <c>vejja scan</c> and through the service, in turn, on the same machine.</summary>
internal static class CompareCommand
{
    private const int MostFiles = 100;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "JPEG files.", Arity = ArgumentArity.OneOrMore };
        var copies = new Option<int>("--copies") { Description = "Files in all, at most 100.", DefaultValueFactory = _ => 24 };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 2 };
        var program = new Option<string>("--program") { DefaultValueFactory = _ => "./vejja" };
        var command = new Command("compare", "Time the same files through `vejja scan` and through `vejja serve`, from start to last result; both load their models in that time.") { files, copies, rounds, program };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("vejja-compare-");
            try
            {
                var pictures = new DistinctCopies(parsed.GetValue(files)!);
                for (var i = 0; i < Math.Min(MostFiles, parsed.GetValue(copies)); i++)
                    await File.WriteAllBytesAsync(Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{i:000}.jpg")), pictures.Next(), cancellation);
                return await RunAsync(parsed.GetValue(program)!, folder, parsed.GetValue(rounds), parsed.InvocationConfiguration.Output, cancellation);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(string program, DirectoryInfo folder, int rounds, TextWriter output, CancellationToken cancellation)
    {
        var count = folder.GetFiles().Length;
        var (scans, services) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            scans.Add(await ScanAsync(program, folder, cancellation));
            services.Add(await ServeAsync(program, folder, cancellation));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"round {round + 1}: {count} files, scan {scans[^1]:0.0} s, service {services[^1]:0.0} s: {scans[^1] / services[^1]:0.00} of scan's throughput"));
        }

        var (scan, service) = (scans.Sum(), services.Sum());
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"all: scan {count * rounds / scan:0.000} documents a second, service {count * rounds / service:0.000}: {scan / service:0.00} of scan's throughput"));
        return 0;
    }

    private static async Task<double> ScanAsync(string program, DirectoryInfo folder, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, ["scan", folder.FullName]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var lines = (await process.StandardOutput.ReadToEndAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(cancellation);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (process.ExitCode != 0 || lines.Length != folder.GetFiles().Length)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"scan ended with {process.ExitCode} and {lines.Length} lines."));
        return elapsed;
    }

    private static async Task<double> ServeAsync(string program, DirectoryInfo folder, CancellationToken cancellation)
    {
        await using var service = await ServedProcess.StartAsync(program, new Dictionary<string, string>(), cancellation);
        var files = folder.GetFiles();
        var start = Stopwatch.GetTimestamp();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            using var response = await service.UploadAsync(await File.ReadAllBytesAsync(file.FullName, cancellation), file.Name, cancellation);
            response.EnsureSuccessStatusCode();
        }

        while (await service.CountAsync("done", cancellation) < files.Length)
        {
            if (await service.CountAsync("failed", cancellation) > 0)
                throw new InvalidOperationException("A document failed.");
            await Task.Delay(250, cancellation);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
