using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Drafts;

/// <summary>
/// An application that is being filled in (暂存), by an applicant online or by an official at the window. Saved after each step;
/// it belongs to whoever began it.
/// </summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }

    /// <summary>Whose it is, as the journal names actors.</summary>
    public required string Owner { get; init; }

    public required ItemCode Item { get; init; }
    public int ItemVersion { get; private set; }
    public required RegionCode Region { get; set; }
    public string? ServicePoint { get; init; }
    public string ApplicantKind { get; set; } = Applicant.Person;
    public string? ApplicantName { get; set; }
    public string? ApplicantNumber { get; set; }
    public string? ApplicantPhone { get; set; }
    public string Form { get; private set; } = "{}";
    public string Materials { get; private set; } = "[]";

    /// <summary>The sections that were saved without a problem, as a JSON array of their indexes.</summary>
    public string DoneSections { get; private set; } = "[]";

    public DateTimeOffset UpdatedAt { get; set; }
    public int Revision { get; private set; }

    public static Draft Begin(Guid id, string owner, ItemCode item, int version, RegionCode region, string? servicePoint, JsonObject prefilled, DateTimeOffset at) => new()
    {
        Id = id, Owner = owner, Item = item, ItemVersion = version, Region = region, ServicePoint = servicePoint,
        Form = prefilled.ToJsonString(Journal.Json), UpdatedAt = at,
    };

    public JsonObject ReadForm() => JsonNode.Parse(Form)!.AsObject();

    public List<SubmittedMaterial> ReadMaterials() => JsonSerializer.Deserialize<List<SubmittedMaterial>>(Materials, Journal.Json)!;

    public List<int> ReadDone() => JsonSerializer.Deserialize<List<int>>(DoneSections, Journal.Json)!;

    public void SaveForm(JsonObject values, int section, bool done, DateTimeOffset at)
    {
        Form = values.ToJsonString(Journal.Json);
        var sections = ReadDone().Where(s => s != section).Concat(done ? [section] : []).Order().ToList();
        DoneSections = JsonSerializer.Serialize(sections, Journal.Json);
        Touch(at);
    }

    public void SaveMaterials(IEnumerable<SubmittedMaterial> materials, DateTimeOffset at)
    {
        Materials = JsonSerializer.Serialize(materials, Journal.Json);
        Touch(at);
    }

    /// <summary>Takes on a newer version of the item; what was filled in stays, every part is to be looked at again.</summary>
    public void MoveTo(int version, DateTimeOffset at)
    {
        ItemVersion = version;
        DoneSections = "[]";
        Touch(at);
    }

    public void Touch(DateTimeOffset at)
    {
        UpdatedAt = at;
        Revision++;
    }
}

internal sealed class DraftMap : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("acceptance_drafts");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Owner).HasMaxLength(96);
        builder.Property(d => d.ServicePoint).HasMaxLength(16);
        builder.Property(d => d.ApplicantKind).HasMaxLength(8);
        builder.Property(d => d.ApplicantName).HasMaxLength(Applicant.NameMaxLength);
        builder.Property(d => d.ApplicantNumber!).IsPersonal();
        builder.Property(d => d.ApplicantPhone!).IsPersonal();
        builder.Property(d => d.Form).IsPersonal();
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.HasIndex(d => new { d.Owner, d.UpdatedAt });
    }
}
