using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Vejja.Capacity.Running;

namespace Vejja.Capacity.Cli;

/// <summary>The same files through <c>vejja scan</c> and through the service, in turn, on the same machine.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "JPEG files.", Arity = ArgumentArity.OneOrMore };
        var copies = new Option<int>("--copies") { Description = "Files of a round.", DefaultValueFactory = _ => 24 };
        var rounds = new Option<int>("--rounds") { Description = "The service's first round warms it up and is said apart.", DefaultValueFactory = _ => 4 };
        var program = new Option<string>("--program") { DefaultValueFactory = _ => "./vejja" };
        var command = new Command("compare", "Time the same files through `vejja scan`, its start included, and through one `vejja serve` that runs all the time, in turn.") { files, copies, rounds, program };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("vejja-compare-");
            try
            {
                return await RunAsync(
                    parsed.GetValue(program)!, folder, new(parsed.GetValue(files)!), parsed.GetValue(copies), parsed.GetValue(rounds), parsed.InvocationConfiguration.Output, cancellation);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string program, DirectoryInfo folder, DistinctCopies pictures, int copies, int rounds, TextWriter output, CancellationToken cancellation)
    {
        await using var service = await ServedProcess.StartAsync(program, new Dictionary<string, string>(), cancellation);
        var (scans, services) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < copies; i++)
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{i:000}.jpg")), pictures.Next(), cancellation);
            scans.Add(await ScanAsync(program, folder, cancellation));
            services.Add(await ServeAsync(service, folder, cancellation));
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}"), [scans[^1]], [services[^1]]);
        }

        await SayAsync("all", scans, services);
        if (rounds > 1)
            await SayAsync("without the first", scans[1..], services[1..]);
        return 0;

        Task SayAsync(string what, List<double> scan, List<double> serve) => output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {copies * scan.Count} files, scan {scan.Sum():0.0} s, service {serve.Sum():0.0} s: {scan.Sum() / serve.Sum():0.00} of scan's throughput"));
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

    private static async Task<double> ServeAsync(ServedProcess service, DirectoryInfo folder, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var file in folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            using var response = await service.UploadAsync(await File.ReadAllBytesAsync(file.FullName, cancellation), file.Name, cancellation);
            response.EnsureSuccessStatusCode();
        }

        while (await service.CountAsync("queued", cancellation) + await service.CountAsync("running", cancellation) > 0)
            await Task.Delay(250, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return await service.CountAsync("failed", cancellation) > 0 ? throw new InvalidOperationException("A document failed.") : elapsed;
    }
}
