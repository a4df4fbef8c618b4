using System.Security.Cryptography;

namespace Yiwang.Kernel.Secrets;

/// <summary>A file that only its owner may read: a key, a secret.</summary>
public static class PrivateFile
{
    /// <summary>Writes it so that nobody ever sees half of it. An earlier one is replaced.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, overwrite: true);

    /// <summary>Reads it; where there is none, makes it first. Of two processes that make it at once both read the same.</summary>
    public static byte[] ReadOrMake(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            try
            {
                Write(path, make(), overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was first; what it wrote counts.
            }
        }
        return File.ReadAllBytes(path);
    }

    private static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        var temporary = $"{path}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(temporary, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
