using System.CommandLine;
using Vejja.App.Cli;

var root = new RootCommand("Reads photographed prescriptions in Khmer, French and English.");
return await CommandLineBoundary.RunAsync(root, args);
