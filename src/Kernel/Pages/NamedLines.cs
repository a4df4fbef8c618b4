namespace Yiwang.Kernel.Pages;

/// <summary>Text that lists things, one on a line, each with its reason behind a colon, as officials type it.</summary>
public static class NamedLines
{
    /// <summary>The things with their reasons; a reason that was not given is empty.</summary>
    public static IReadOnlyList<(string Name, string Why)> Read(string? text) =>
    [
        .. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(['：', ':'], 2, StringSplitOptions.TrimEntries)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : "")),
    ];
}
