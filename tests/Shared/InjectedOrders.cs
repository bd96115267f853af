namespace Vejja.Tests.Shared;

/// <summary>Orders to a machine that a sheet may bear, in three languages.</summary>
internal static class InjectedOrders
{
    /// <summary>All of injected-orders.tsv, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Lines().Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0])];

    private static string[] Lines()
    {
        using var reader = new StreamReader(typeof(InjectedOrders).Assembly.GetManifestResourceStream("injected-orders.tsv")!);
        return reader.ReadToEnd().Split('\n');
    }
}
