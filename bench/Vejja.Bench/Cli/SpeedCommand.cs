using System.CommandLine;
using System.Globalization;
using Vejja.Bench.Comparison;
using Vejja.Bench.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Cli;

/// <summary>What a page costs once the program is warm: each picture once, then several times in one run; the difference is what the further pages took.</summary>
internal static class SpeedCommand
{
    private const int Quality = 92;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var pictures = new Argument<FileInfo[]>("pictures") { Arity = ArgumentArity.OneOrMore, Description = "Photographs of one page." };
        var engines = new Option<string[]>("--engines") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["auto", "vejja", "tesseract"], Description = "Which engines read them, one after another." };
        var longest = new Option<int>("--longest") { DefaultValueFactory = _ => 1280, Description = "Pixels of the longer side, to which they are shrunk." };
        var copies = new Option<int>("--copies") { DefaultValueFactory = _ => 4, Description = "How often each picture is read in the long run." };
        var command = new Command("speed", "Seconds, processor seconds and memory of a warm page, by engine and stage.") { pictures, engines, longest, copies };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(pictures)!, arguments.GetValue(engines)!, arguments.GetValue(longest), arguments.GetValue(copies), arguments.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] pictures, string[] engines, int longest, int copies, TextWriter output, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("vejja-speed").FullName;
        try
        {
            string once = Path.Combine(folder, "once"), often = Path.Combine(folder, "often"), readings = Path.Combine(folder, "readings.jsonl");
            foreach (var picture in pictures)
            {
                var page = Codec.Jpeg(Shrunk(Codec.Open(await File.ReadAllBytesAsync(picture.FullName, cancellation)), longest), Quality);
                Copy(once, picture.Name, 1, page);
                Copy(often, picture.Name, copies, page);
            }

            foreach (var engine in engines)
            {
                var cold = await EngineRun.RunAsync(Places.Program, Directory.GetFiles(once), engine, readings, cancellation);
                var warm = await EngineRun.RunAsync(Places.Program, Directory.GetFiles(often), engine, readings, cancellation);
                double pages = warm.Files - cold.Files;
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{engine}: a warm page {(warm.WallSeconds - cold.WallSeconds) / pages:0.00} s, {(warm.ProcessorSeconds - cold.ProcessorSeconds) / pages:0.00} processor seconds, peak memory {cold.PeakMebibytes:0} MiB over {cold.Files} pages, {warm.PeakMebibytes:0} over {warm.Files}; {string.Join(", ", Stages(cold, warm, pages))}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static IEnumerable<string> Stages(RunCost cold, RunCost warm, double pages) =>
        warm.StageSeconds.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Key} {(stage.Value - cold.StageSeconds.GetValueOrDefault(stage.Key)) / pages:0.00}"));

    private static PageImage Shrunk(PageImage page, int longest)
    {
        var scale = Math.Min(1, (double)longest / Math.Max(page.Width, page.Height));
        return scale >= 1 ? page : Drawing.Shrink(page, (int)Math.Round(scale * page.Width), (int)Math.Round(scale * page.Height));
    }

    private static void Copy(string folder, string name, int copies, byte[] page)
    {
        Directory.CreateDirectory(folder);
        for (var copy = 0; copy < copies; copy++)
            File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{copy}-{name}")), page);
    }
}
