using Vejja.App.Tests.Faults;
using Xunit.Runner.InProc.SystemConsole;

return args is [WorkerProcess.Argument, var database, var folder]
    ? await WorkerProcess.RunAsync(database, folder)
    : await ConsoleRunner.Run(args);
