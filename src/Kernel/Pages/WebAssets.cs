using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;

namespace Yiwang.Kernel.Pages;

/// <summary>Addresses of the styles, scripts and icons that the build makes. Each carries a mark of its content, so browsers may keep it for good.</summary>
public sealed class WebAssets(IWebHostEnvironment web)
{
    /// <summary>The query key that carries the mark.</summary>
    public const string Mark = "v";

    private readonly ConcurrentDictionary<string, string?> _marks = new(StringComparer.Ordinal);

    /// <summary>The address with its mark; without one where there is no such file.</summary>
    public string Address(string path) => MarkOf(path) is { } mark ? $"{path}?{Mark}={mark}" : path;

    /// <summary>The mark of a file's content; null where there is no such file.</summary>
    public string? MarkOf(string path) => _marks.GetOrAdd(path, Read);

    private string? Read(string path)
    {
        var file = web.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists || file.IsDirectory) return null;
        using var stream = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..12];
    }
}
