using System.Globalization;

namespace Vejja.App.Features.Documents;

/// <summary>The place that a result's ciphertext is bound to.</summary>
internal static class ResultPlace
{
    /// <summary>Of one version.</summary>
    public static string Of(string documentId, int version) => string.Create(CultureInfo.InvariantCulture, $"result/{documentId}/{version}");
}

/// <summary>The place that a file name's ciphertext is bound to.</summary>
internal static class FileNamePlace
{
    /// <summary>Of one document.</summary>
    public static string Of(string documentId) => "file-name/" + documentId;
}
