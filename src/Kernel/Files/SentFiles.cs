using Microsoft.AspNetCore.Http;

namespace Yiwang.Kernel.Files;

/// <summary>Reads files that a form sent.</summary>
public static class SentFiles
{
    /// <summary>The content of a field's file; empty when none was chosen. For small files: it is in memory as a whole.</summary>
    public static async Task<byte[]> Content(this IFormFileCollection files, string field)
    {
        if (files.GetFile(field) is not { } file) return [];
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }
}
