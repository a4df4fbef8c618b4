namespace DepartmentSystems.Store;

/// <summary>A material of a case; fetched once it lies on disk under its digest.</summary>
public sealed class MaterialRecord
{
    public required string Case { get; init; }
    public required string Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
    public required string Href { get; init; }
    public bool Fetched { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public string? Error { get; set; }
}
