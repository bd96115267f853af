using System.CommandLine;
using System.Globalization;
using Vejja.Bench.Pictures;
using Vejja.Bench.Reporting;

namespace Vejja.Bench.Cli;

/// <summary>Draws random boxes of the truth, enlarged, so that a person can say how many are wrong.</summary>
internal static class BoxesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var input = new Option<DirectoryInfo>("--in") { Required = true, Description = "Folder with JPEGs and their truth." };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 200, Description = "Number of boxes." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of the choice." };
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder for the sheets (PNG) and a list of the boxes." };
        var command = new Command("boxes", "Put random boxes of the truth, four times enlarged, onto sheets to look at: red the box, blue two pixels around it.") { input, count, seed, folder };
        command.SetAction(arguments =>
        {
            var (source, target) = (arguments.GetValue(input)!.FullName, arguments.GetValue(folder)!);
            target.Create();
            var boxes = BoxSheets.Choose(source, arguments.GetValue(count), new Dice(arguments.GetValue(seed)));
            var lines = new List<string>();
            foreach (var (sheet, shown) in BoxSheets.Draw(source, boxes))
            {
                var number = lines.Count == 0 ? 1 : int.Parse(lines[^1].Split('\t')[0], CultureInfo.InvariantCulture) + 1;
                File.WriteAllBytes(Path.Combine(target.FullName, string.Create(CultureInfo.InvariantCulture, $"boxes-{number:00}.png")), Codec.Png(sheet));
                lines.AddRange(boxes.Skip(lines.Count).Take(shown).Select(box => string.Create(CultureInfo.InvariantCulture, $"{number}\t{box.File}\t{box.Text}")));
            }

            File.WriteAllLines(Path.Combine(target.FullName, "boxes.tsv"), lines);
            return 0;
        });
        return command;
    }
}
