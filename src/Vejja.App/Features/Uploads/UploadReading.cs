using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Vejja.App.Web;

namespace Vejja.App.Features.Uploads;

/// <summary>Takes files out of a request: a multi-part form, or JSON with base64.</summary>
internal static class UploadReading
{
    /// <summary>Reads all files into memory, within the limits.</summary>
    /// <exception cref="RequestRefusedException">The request is not what it must be.</exception>
    public static async Task<(IReadOnlyList<UploadedFile> Files, int Priority)> ReadAsync(HttpRequest request, ServiceOptions options, CancellationToken cancellation)
    {
        try
        {
            if (request.HasJsonContentType())
                return await ReadJsonAsync(request, options, cancellation);
            if (request.HasFormContentType)
                return await ReadFormAsync(request, options, cancellation);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or FormatException or InvalidOperationException or ArgumentException or IOException)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The body is not a well-formed form or JSON.", fault);
        }

        throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "unsupported-body", "Send multipart/form-data or application/json.");
    }

    private static async Task<(IReadOnlyList<UploadedFile> Files, int Priority)> ReadFormAsync(HttpRequest request, ServiceOptions options, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(
            new FormOptions { MultipartBodyLengthLimit = options.MaximumFileLength * options.MaximumFiles, ValueCountLimit = 20, KeyLengthLimit = 200, ValueLengthLimit = 1000 },
            cancellation);
        var files = new List<UploadedFile>();

        // A browser sends an input without a file as a nameless empty part.
        var sent = form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        CheckCount(sent.Count, options);
        foreach (var file in sent)
        {
            CheckLength(file.Length, options);
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellation);
            files.Add(new(UploadedFile.CleanName(file.FileName), bytes));
        }

        return (files, ReadPriority(form["priority"].FirstOrDefault()));
    }

    private static async Task<(IReadOnlyList<UploadedFile> Files, int Priority)> ReadJsonAsync(HttpRequest request, ServiceOptions options, CancellationToken cancellation)
    {
        var body = await request.ReadFromJsonAsync<UploadRequest>(cancellation) ?? throw new JsonException();
        var encoded = body.Files ?? [];
        CheckCount(encoded.Count, options);
        var files = new List<UploadedFile>();
        foreach (var file in encoded)
        {
            CheckLength((file?.Content?.Length ?? 0) / 4 * 3, options);
            files.Add(new(UploadedFile.CleanName(file?.Name), Convert.FromBase64String(file?.Content ?? "")));
        }

        CheckPriority(body.Priority);
        return (files, body.Priority);
    }

    private static int ReadPriority(string? text)
    {
        if (text is null)
            return 5;
        var priority = text is [var digit and >= '0' and <= '9'] ? digit - '0' : -1;
        CheckPriority(priority);
        return priority;
    }

    private static void CheckPriority(int priority)
    {
        if (priority is < 0 or > 9)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The priority is a digit, 0 to 9.");
    }

    private static void CheckCount(int count, ServiceOptions options)
    {
        if (count == 0)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "no-file", "The request holds no file.");
        if (count > options.MaximumFiles)
            throw new RequestRefusedException(StatusCodes.Status413PayloadTooLarge, "too-many-files", $"At most {options.MaximumFiles} files go in one request.");
    }

    private static void CheckLength(long length, ServiceOptions options)
    {
        if (length > options.MaximumFileLength)
            throw new RequestRefusedException(StatusCodes.Status413PayloadTooLarge, "too-large", $"A file may have at most {options.MaximumFileLength} bytes.");
    }
}
