namespace Yiwang.Migrations.Postgres;

/// <summary>Generated migrations live in this assembly; nothing else does.</summary>
public static class AssemblyMark;
