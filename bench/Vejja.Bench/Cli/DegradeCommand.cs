using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Vejja.Bench.Camera;
using Vejja.Bench.Pictures;
using Vejja.Bench.Truth;

namespace Vejja.Bench.Cli;

/// <summary>Photographs clean pages again, without the browser.</summary>
internal static class DegradeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var input = new Option<DirectoryInfo>("--in") { Required = true, Description = "Folder of generate --level clean (pages of one picture)." };
        var level = new Option<DegradationLevel>("--level") { DefaultValueFactory = _ => DegradationLevel.Mild, Description = "Mild, hard or brutal." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed; the same one gives the same bytes." };
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder to write to." };
        var command = new Command("degrade", "Photograph clean pages: their truth follows the geometry.") { input, level, seed, folder };
        command.SetAction(arguments =>
        {
            var target = arguments.GetValue(folder)!;
            target.Create();
            var (began, own) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var pages = 0;
            foreach (var path in arguments.GetValue(input)!.EnumerateFiles("*.jpg").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                var truth = TruthFile.Read(path.FullName + ".truth.json");
                var how = arguments.GetValue(level);
                var picture = PageCamera.Take(Codec.Open(File.ReadAllBytes(path.FullName)), how, new Dice(arguments.GetValue(seed)).Fork(path.Name));
                File.WriteAllBytes(Path.Combine(target.FullName, path.Name), picture.Jpeg);
                TruthFile.Write(Path.Combine(target.FullName, path.Name + ".truth.json"), TruthMapping.Through(truth, picture, how.ToString().ToLowerInvariant()));
                pages++;
            }

            var (seconds, processor) = (Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - own).TotalSeconds);
            arguments.InvocationConfiguration.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages in {seconds:0.0} s; {pages / processor:0.0} pages a processor second"));
        });
        return command;
    }
}
