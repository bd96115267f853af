namespace Vejja.App.Features.Uploads;

/// <summary>A file as it came, whole.</summary>
/// <param name="Name">The caller's name for it, without a folder and without control characters.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record UploadedFile(string Name, byte[] Bytes)
{
    private const int LongestName = 200;

    /// <summary>Takes the last part of a path, on any system, and drops what could break a header or a log.</summary>
    public static string CleanName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>')).Take(LongestName)]);
        return clean.Trim(' ', '.') is { Length: > 0 } kept ? kept : "document";
    }
}

/// <summary>Files in JSON: for callers that cannot send multi-part forms.</summary>
/// <param name="Files">At least one.</param>
/// <param name="Priority">0 to 9; higher goes first.</param>
internal sealed record UploadRequest(IReadOnlyList<EncodedFile>? Files, int Priority = 5);

/// <summary>One file in JSON.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes in base64.</param>
internal sealed record EncodedFile(string? Name, string? Content);
