namespace Vejja.Imaging.Formats;

/// <summary>Tells formats by their signatures.</summary>
internal static class FormatSniffer
{
    // Readers accept a PDF whose header stands within the first kilobyte (ISO 32000-1, annex H.3).
    private const int PdfSearchBytes = 1024;

    public static DocumentFormat Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return DocumentFormat.Jpeg;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return DocumentFormat.Png;
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8))
            return DocumentFormat.Tiff;
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return DocumentFormat.WebP;
        if (bytes.StartsWith("BM"u8) && BmpHeader.HasKnownHeader(bytes))
            return DocumentFormat.Bmp;
        if (bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8) && HeifHeader.IsBrand(bytes[8..12]))
            return DocumentFormat.Heif;
        return bytes[..Math.Min(bytes.Length, PdfSearchBytes)].IndexOf("%PDF-"u8) >= 0 ? DocumentFormat.Pdf : DocumentFormat.Unknown;
    }
}
