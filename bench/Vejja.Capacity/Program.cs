using System.CommandLine;
using Vejja.Capacity.Cli;

var root = new RootCommand("What a service can carry: measured beside `vejja scan`, measured under load, and simulated for a hundred workers.");
root.Subcommands.Add(CompareCommand.Create());
root.Subcommands.Add(LoadCommand.Create());
root.Subcommands.Add(SimulateCommand.Create());
return await root.Parse(args).InvokeAsync();
