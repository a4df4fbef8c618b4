namespace Yiwang.Documents;

/// <summary>Tells what a file is by its content; the name and the browser's claim count for nothing.</summary>
internal static class FileKinds
{
    /// <summary>How many bytes from the start must be looked at.</summary>
    internal const int HeadLength = 1024;

    /// <summary>How many bytes from the end.</summary>
    internal const int TailLength = 2048;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The content type; null when it is none of those that are taken (PDF, JPEG, PNG).</summary>
    internal static string? Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        // ISO 32000 Annex H: readers accept the header within the first 1024 bytes; a whole file ends with a cross-reference and %%EOF.
        if (head.IndexOf("%PDF-"u8) >= 0) return tail.IndexOf("startxref"u8) >= 0 && tail.IndexOf("%%EOF"u8) >= 0 ? "application/pdf" : null;
        if (head.StartsWith(PngSignature)) return head.Length >= 16 && head[12..16].SequenceEqual("IHDR"u8) && tail.IndexOf("IEND"u8) >= 0 ? "image/png" : null;
        if (head is [0xFF, 0xD8, 0xFF, ..]) return tail.LastIndexOf([(byte)0xFF, (byte)0xD9]) >= 0 ? "image/jpeg" : null;
        return null;
    }
}
