using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Forms;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Cases;

/// <summary>A material as part of a submission.</summary>
/// <param name="Code">The item's code of the material, M01 …, or the name of a file field of the form.</param>
/// <param name="Name">The material's name.</param>
/// <param name="Id">The uploaded file.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="ReusedFrom">The number of the case from which it was taken over; null for what was handed in for this one.</param>
public sealed record SubmittedMaterial(string Code, string Name, Guid Id, string FileName, string ContentType, long Size, string Sha256, string? ReusedFrom = null);

/// <summary>What the applicant handed in, as it was: 1 is the application, 2 the correction. Never changed.</summary>
internal sealed class Submission
{
    public required CaseNumber Case { get; init; }
    public required int Number { get; init; }
    public required int FormVersion { get; init; }
    public required string Form { get; init; }
    public required string Materials { get; init; }

    /// <summary>What was prefilled and the applicant has changed (对预填内容有异议), as a JSON array; null when there is nothing.</summary>
    public string? Disputed { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Submission Of(CaseNumber number, int no, int formVersion, JsonObject form, IReadOnlyList<SubmittedMaterial> materials, DateTimeOffset at, IReadOnlyList<PrefilledValue>? disputed = null) => new()
    {
        Case = number, Number = no, FormVersion = formVersion, Form = form.ToJsonString(Journal.Json),
        Materials = JsonSerializer.Serialize(materials, Journal.Json), At = at, Disputed = disputed is { Count: > 0 } ? JsonSerializer.Serialize(disputed, Journal.Json) : null,
    };

    public JsonObject ReadForm() => JsonNode.Parse(Form)!.AsObject();

    public IReadOnlyList<PrefilledValue> ReadDisputed() => Disputed is null ? [] : JsonSerializer.Deserialize<List<PrefilledValue>>(Disputed, Journal.Json)!;

    public IReadOnlyList<SubmittedMaterial> ReadMaterials() => JsonSerializer.Deserialize<List<SubmittedMaterial>>(Materials, Journal.Json)!;
}

internal static class Submissions
{
    /// <summary>What the applicant handed in last: the whole form and all materials as they are now.</summary>
    internal static Task<Submission> LastSubmission(this YiwangDb db, CaseNumber number, CancellationToken stop) =>
        db.Set<Submission>().AsNoTracking().Where(s => s.Case == number).OrderByDescending(s => s.Number).FirstAsync(stop);
}

internal sealed class SubmissionMap : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("acceptance_submissions");
        builder.HasKey(s => new { s.Case, s.Number });
        builder.Property(s => s.Form).IsPersonal();
        builder.Property(s => s.Materials).IsPersonal();
        builder.Property(s => s.Disputed!).IsPersonal();
    }
}
