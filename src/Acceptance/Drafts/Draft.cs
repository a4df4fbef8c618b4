using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Submit;
using Yiwang.Forms;
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

    /// <summary>The item; of a bundle the one that its leading department decides.</summary>
    public required ItemCode Item { get; init; }

    /// <summary>The bundle (一件事), by its code; null for an application for one item.</summary>
    public string? Bundle { get; init; }

    /// <summary>The version of the item, or the edition of the bundle, that the answers belong to.</summary>
    public int ItemVersion { get; private set; }

    /// <summary>The version of the form that the answers belong to.</summary>
    public int FormVersion { get; private set; }

    public required RegionCode Region { get; set; }
    public string? ServicePoint { get; init; }
    public string ApplicantKind { get; set; } = Applicant.Person;
    public string? ApplicantName { get; set; }
    public string? ApplicantNumber { get; set; }
    public string? ApplicantPhone { get; set; }
    /// <summary>Who acts for the applicant, JSON; null where he acts himself.</summary>
    public string? Agent { get; private set; }

    /// <summary>Who has agreed at the window to the use of papers from earlier cases, by the look-up key of the number; null while nobody has.</summary>
    public string? PapersConsent { get; set; }

    public string Form { get; private set; } = "{}";

    /// <summary>What was put into the form for the person, and from where (预填), as a JSON array; null when there is nothing.</summary>
    public string? Prefilled { get; private set; }

    public string Materials { get; private set; } = "[]";

    /// <summary>The commitments that are signed in place of materials (告知承诺), as a JSON array; null while there is none.</summary>
    public string? Commitments { get; private set; }

    /// <summary>The sections that were saved without a problem, as a JSON array of their indexes.</summary>
    public string DoneSections { get; private set; } = "[]";

    /// <summary>What has changed under the applicant's hands, in words for the page; null when nothing has.</summary>
    public string? Notice { get; private set; }

    public DateTimeOffset UpdatedAt { get; set; }
    public int Revision { get; private set; }

    public static Draft Begin(Guid id, string owner, ItemCode item, int version, int formVersion, RegionCode region, string? servicePoint, DateTimeOffset at, string? bundle = null) => new()
    {
        Id = id, Owner = owner, Item = item, ItemVersion = version, FormVersion = formVersion, Region = region, ServicePoint = servicePoint, UpdatedAt = at, Bundle = bundle,
    };

    public CaseAgent? ReadAgent() => Agent is null ? null : JsonSerializer.Deserialize<CaseAgent>(Agent, Journal.Json);

    public void ActedFor(CaseAgent? agent) => Agent = agent is null ? null : JsonSerializer.Serialize(agent, Journal.Json);

    public JsonObject ReadForm() => JsonNode.Parse(Form)!.AsObject();

    public List<PrefilledValue> ReadPrefilled() => Prefilled is null ? [] : JsonSerializer.Deserialize<List<PrefilledValue>>(Prefilled, Journal.Json)!;

    public List<SubmittedMaterial> ReadMaterials() => JsonSerializer.Deserialize<List<SubmittedMaterial>>(Materials, Journal.Json)!;

    public List<SignedCommitment> ReadCommitments() => Commitments is null ? [] : JsonSerializer.Deserialize<List<SignedCommitment>>(Commitments, Journal.Json)!;

    /// <summary>What was taken over from earlier cases, each with the case's number.</summary>
    public Dictionary<Guid, string> ReadReused() => ReadMaterials().Where(m => m.ReusedFrom is not null).DistinctBy(m => m.Id).ToDictionary(m => m.Id, m => m.ReusedFrom!);

    public List<int> ReadDone() => JsonSerializer.Deserialize<List<int>>(DoneSections, Journal.Json)!;

    public void SaveForm(JsonObject values, int section, bool done, DateTimeOffset at)
    {
        Form = values.ToJsonString(Journal.Json);
        var sections = ReadDone().Where(s => s != section).Concat(done ? [section] : []).Order().ToList();
        DoneSections = JsonSerializer.Serialize(sections, Journal.Json);
        Touch(at);
    }

    /// <summary>Puts in what is known already, where nothing was filled in; which sections are done stays.</summary>
    public void FillIn(IReadOnlyList<PrefilledValue> known, DateTimeOffset at)
    {
        var values = ReadForm();
        var put = Prefill.Put(known, values);
        if (put.Count == 0) return;
        Form = values.ToJsonString(Journal.Json);
        Prefilled = JsonSerializer.Serialize(ReadPrefilled().Where(old => put.All(now => now.Field != old.Field)).Concat(put), Journal.Json);
        Touch(at);
    }

    public void SaveCommitments(IReadOnlyList<SignedCommitment> signed, DateTimeOffset at)
    {
        Commitments = signed.Count == 0 ? null : JsonSerializer.Serialize(signed, Journal.Json);
        Touch(at);
    }

    public void SaveMaterials(IEnumerable<SubmittedMaterial> materials, DateTimeOffset at)
    {
        Materials = JsonSerializer.Serialize(materials, Journal.Json);
        Touch(at);
    }

    /// <summary>
    /// Takes on the item and form as they are now. Answers and files that are still asked for stay, files by the material's name, since
    /// its code may have moved to another; the rest goes, and the page says so. Every part is to be looked at again.
    /// </summary>
    public void MoveTo(int version, FormDefinition form, IReadOnlyList<MaterialNeed> needs, DateTimeOffset at)
    {
        (ItemVersion, FormVersion, DoneSections) = (version, form.Version, "[]");
        var known = form.Names();
        var values = ReadForm();
        foreach (var gone in values.Select(v => v.Key).Where(name => !known.Contains(name)).ToList()) values.Remove(gone);
        Form = values.ToJsonString(Journal.Json);

        var files = ReadMaterials();
        var kept = files.Select(file => (File: file, Need: needs.FirstOrDefault(n => n.Name == file.Name))).Where(f => f.Need is not null).Select(f => f.File with { Code = f.Need!.Code }).ToList();
        Materials = JsonSerializer.Serialize(kept, Journal.Json);
        SaveCommitments([.. ReadCommitments().Select(c => (Signed: c, Need: needs.FirstOrDefault(n => n.Name == c.Name && n.MayCommit))).Where(c => c.Need is not null).Select(c => c.Signed with { Code = c.Need!.Code })], at);
        var dropped = files.Select(f => f.Name).Except(kept.Select(f => f.Name), StringComparer.Ordinal).ToList();
        Notice = $"这个事项的办理要求已更新。已填内容都还在{(dropped.Count > 0 ? $"，不再需要的材料已去掉（{string.Join("、", dropped)}）" : "")}，请逐项核对后再提交。";
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
        builder.Property(d => d.Bundle).HasMaxLength(Acceptance.Bundles.Bundle.CodeMaxLength);
        builder.Property(d => d.ServicePoint).HasMaxLength(16);
        builder.Property(d => d.ApplicantKind).HasMaxLength(8);
        builder.Property(d => d.ApplicantName).HasMaxLength(Applicant.NameMaxLength);
        builder.Property(d => d.ApplicantNumber!).IsPersonal();
        builder.Property(d => d.ApplicantPhone!).IsPersonal();
        builder.Property(d => d.PapersConsent).HasMaxLength(PersonalSeal.LookUpLength);
        builder.Property(d => d.Form).IsPersonal();
        builder.Property(d => d.Prefilled!).IsPersonal();
        builder.Property(d => d.Materials).IsPersonal();
        builder.Property(d => d.Commitments!).IsPersonal();
        builder.Property(d => d.Agent!).IsPersonal();
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.HasIndex(d => new { d.Owner, d.UpdatedAt });
        builder.HasIndex(d => d.UpdatedAt);
    }
}
