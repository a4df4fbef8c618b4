using System.Security.Cryptography;

namespace DepartmentSystems.Materials;

/// <summary>The fetched files of a system, by their digest.</summary>
public static class MaterialFiles
{
    public static string PathOf(DepartmentSystem system, string sha256) => Path.Combine(system.MaterialFolder, sha256[..2], sha256);

    /// <summary>Stores the content if it is what the platform said; else the reason why not.</summary>
    public static async Task<string?> Store(DepartmentSystem system, Stream content, string sha256, long size, CancellationToken stop)
    {
        var path = PathOf(system, sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var arriving = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = File.Create(arriving))
            {
                var chunk = new byte[64 * 1024];
                long length = 0;
                int read;
                while ((read = await content.ReadAsync(chunk, stop)) > 0)
                {
                    length += read;
                    if (length > size) return "内容比平台所说的长";
                    digest.AppendData(chunk, 0, read);
                    await file.WriteAsync(chunk.AsMemory(0, read), stop);
                }
                if (length != size) return "内容比平台所说的短";
                file.Flush(flushToDisk: true);
            }
            if (Convert.ToHexStringLower(digest.GetHashAndReset()) != sha256) return "内容与平台所说的 sha256 不符";
            File.Move(arriving, path, overwrite: true);
            return null;
        }
        finally
        {
            File.Delete(arriving);
        }
    }
}
