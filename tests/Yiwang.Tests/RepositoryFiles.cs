namespace Yiwang.Tests;

/// <summary>Finds the files of the repository from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder that holds Yiwang.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the reference data that ships with Yiwang.</summary>
    public static string Data { get; } = Path.Combine(Root, "data");

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Yiwang.slnx"))) return at.FullName;
        }
        throw new InvalidOperationException("Yiwang.slnx is in no folder above the tests.");
    }
}
