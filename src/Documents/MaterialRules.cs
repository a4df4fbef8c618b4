namespace Yiwang.Documents;

/// <summary>The limits of materials, in one place.</summary>
public static class MaterialRules
{
    /// <summary>The largest file: 20 MB.</summary>
    public const long FileLimit = 20L * 1024 * 1024;

    /// <summary>The largest sum of a case's files: 100 MB.</summary>
    public const long CaseLimit = 100L * 1024 * 1024;

    /// <summary>The longest file name that is kept.</summary>
    public const int FileNameMaxLength = 160;

    /// <summary>The file endings offered to a browser's file chooser.</summary>
    public const string Accept = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";
}
