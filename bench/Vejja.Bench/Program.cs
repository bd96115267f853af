using System.CommandLine;
using Vejja.Bench.Cli;

var root = new RootCommand("Synthetic prescriptions with ground truth, and honest scores.");
root.Subcommands.Add(GenerateCommand.Create());
root.Subcommands.Add(SamplesCommand.Create());
root.Subcommands.Add(DegradeCommand.Create());
root.Subcommands.Add(ReportCommand.Create());
root.Subcommands.Add(BaselineCommand.Create());
root.Subcommands.Add(OverlayCommand.Create());
root.Subcommands.Add(BoxesCommand.Create());
root.Subcommands.Add(ScoreCommand.Create());
root.Subcommands.Add(EnhancementCommand.Create());
root.Subcommands.Add(ContactSheetCommand.Create());
root.Subcommands.Add(SplitsCommand.Create());
root.Subcommands.Add(CompareCommand.Create());
root.Subcommands.Add(CropsCommand.Create());
root.Subcommands.Add(LinesCommand.Create());
return await root.Parse(args).InvokeAsync();
