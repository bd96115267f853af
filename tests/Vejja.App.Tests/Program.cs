using Vejja.App.Tests.Faults;
using Vejja.App.Tests.Load;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    [WorkerProcess.Argument, var database, var folder] => await WorkerProcess.RunAsync(database, folder),
    [LoadClients.Argument, var address, var key, var clients, var seconds] => await LoadClients.RunAsync(address, key, clients, seconds),
    _ => await ConsoleRunner.Run(args),
};
