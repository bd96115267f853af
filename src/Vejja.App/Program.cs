using System.CommandLine;
using Vejja.App.Cli;

var root = new RootCommand("Reads photographed prescriptions in Khmer, French and English.");
root.Subcommands.Add(ScanCommand.Create(TimeProvider.System));
root.Subcommands.Add(new RemindCommand(TimeProvider.System));
root.Subcommands.Add(SigCommand.Create());
root.Subcommands.Add(EnhanceCommand.Create(TimeProvider.System));
root.Subcommands.Add(ChatCommand.Create(TimeProvider.System));
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(WorkerCommand.Create());
root.Subcommands.Add(MigrateCommand.Create());
root.Subcommands.Add(PurgeCommand.Create());
return await CommandLineBoundary.RunAsync(root, args);
