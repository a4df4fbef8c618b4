using Yiwang.Kernel.Personal;

namespace Yiwang.Bench;

/// <summary>One key of personal data for all platforms of a process: with the same key they share one model, which takes a second to build.</summary>
internal static class SharedKey
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var file = System.IO.Path.Combine(System.IO.Directory.CreateTempSubdirectory("yiwang-key-").FullName, "personal.key");
        System.IO.File.WriteAllText(file, PersonalKeys.NewLine());
        return file;
    });

    /// <summary>The key file, for the setting <c>Personal:KeyFile</c>.</summary>
    internal static string Path => Made.Value;
}
