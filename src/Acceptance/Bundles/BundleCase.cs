using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Delivery;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Bundles;

/// <summary>
/// An application for a bundle (一件事办件): one number, one form, one set of materials. What its departments decide are cases of their own
/// (<see cref="BundleCaseStep.Case"/>), each with its own clock.
/// </summary>
internal sealed class BundleCase
{
    public required CaseNumber Number { get; init; }
    public required string Bundle { get; init; }
    public required string Name { get; init; }
    public required RegionCode Region { get; init; }
    public required string Channel { get; init; }
    public string? ServicePoint { get; init; }
    public string? ServicePointName { get; init; }
    public required string ApplicantKind { get; init; }
    public required string ApplicantName { get; init; }
    public required string ApplicantNumber { get; init; }
    public required string ApplicantPhone { get; init; }
    public required string ApplicantKey { get; init; }
    public required string SubmittedBy { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The answers to the merged form, and the form itself as it was filled in: both JSON.</summary>
    public required string Answers { get; init; }

    public required string Form { get; init; }
    public required string Materials { get; init; }

    /// <summary>The commitments that were signed in place of materials, JSON; null when there are none.</summary>
    public string? Commitments { get; init; }

    /// <summary>Who acts for the applicant, JSON; null where he acts himself.</summary>
    public string? Agent { get; init; }

    /// <summary>How the applicant wants to get all its results, JSON; null while nothing was chosen.</summary>
    public string? Delivery { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
    public bool Stopped { get; private set; }
    public int Revision { get; private set; }

    public string Stream => $"bundle/{Number.Value}";

    public JsonObject ReadAnswers() => JsonNode.Parse(Answers)!.AsObject();

    public List<SubmittedMaterial> ReadMaterials() => JsonSerializer.Deserialize<List<SubmittedMaterial>>(Materials, Journal.Json)!;

    public List<SignedCommitment> ReadCommitments() => Commitments is null ? [] : JsonSerializer.Deserialize<List<SignedCommitment>>(Commitments, Journal.Json)!;

    public CaseAgent? ReadAgent() => Agent is null ? null : JsonSerializer.Deserialize<CaseAgent>(Agent, Journal.Json);

    public DeliveryChoice? ReadDelivery() => Delivery is null ? null : JsonSerializer.Deserialize<DeliveryChoice>(Delivery, Journal.Json);

    /// <summary>一次送达: its results, those to come too, are delivered together.</summary>
    public void Deliver(DeliveryChoice choice)
    {
        Delivery = JsonSerializer.Serialize(choice, Journal.Json);
        Revision++;
    }

    public Applicant Applicant => new(ApplicantKind, ApplicantName, ApplicantNumber, ApplicantPhone);

    /// <summary>All that was asked for has been granted, or the applicant wants no more of it.</summary>
    public Outcome End(bool stopped, DateTimeOffset at)
    {
        if (EndedAt is not null) return new Refusal(RefusalKind.Conflict, "bundle-ended", "这件事已经办结。");
        (EndedAt, Stopped) = (at, stopped);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>Raised by each act on one of its steps, so that two cannot both be saved.</summary>
    public void Touch() => Revision++;
}

/// <summary>Where a step of a bundle stands.</summary>
internal enum BundleStepState
{
    /// <summary>Waits for other steps (等待前置事项).</summary>
    Waiting,

    /// <summary>Could begin, but something is still to be filled in or handed in by the applicant (待补充).</summary>
    Incomplete,

    /// <summary>A department handles its case.</summary>
    Begun,

    /// <summary>Granted.</summary>
    Granted,

    /// <summary>Its case ended otherwise; the applicant may apply anew.</summary>
    Failed,

    /// <summary>Will not be done any more.</summary>
    Dropped,
}

/// <summary>An item of an application for a bundle.</summary>
internal sealed class BundleCaseStep
{
    public required CaseNumber Bundle { get; init; }
    public required string Key { get; init; }
    public required int Order { get; init; }
    public required ItemCode Item { get; init; }
    public required string Title { get; init; }

    /// <summary>Who decides, as far as it is known before the case is there.</summary>
    public required string DepartmentName { get; set; }

    public BundleStepState State { get; private set; } = BundleStepState.Waiting;
    public CaseNumber? Case { get; private set; }

    /// <summary>What the applicant has filled in for this step alone, over what the bundle's form says, JSON; null while nothing.</summary>
    public string? Answers { get; set; }

    /// <summary>What the applicant has handed in for this step alone, JSON; null while nothing.</summary>
    public string? Materials { get; set; }

    public bool IsOpen => State is BundleStepState.Waiting or BundleStepState.Incomplete or BundleStepState.Begun;

    public void Begin(CaseNumber number, string department) => (State, Case, DepartmentName) = (BundleStepState.Begun, number, department);

    public void LackSomething() => State = BundleStepState.Incomplete;

    public void End(bool granted) => State = granted ? BundleStepState.Granted : BundleStepState.Failed;

    public void Drop() => State = BundleStepState.Dropped;
}

internal sealed class BundleCaseMap : IEntityTypeConfiguration<BundleCase>
{
    public void Configure(EntityTypeBuilder<BundleCase> builder)
    {
        builder.ToTable("acceptance_bundle_cases");
        builder.HasKey(b => b.Number);
        builder.Property(b => b.Bundle).HasMaxLength(Acceptance.Bundles.Bundle.CodeMaxLength);
        builder.Property(b => b.Name).HasMaxLength(200);
        builder.Property(b => b.Channel).HasMaxLength(8);
        builder.Property(b => b.ServicePoint).HasMaxLength(16);
        builder.Property(b => b.ServicePointName).HasMaxLength(96);
        builder.Property(b => b.ApplicantKind).HasMaxLength(8);
        builder.Property(b => b.ApplicantName).HasMaxLength(Cases.Applicant.NameMaxLength);
        builder.Property(b => b.ApplicantNumber).IsPersonal();
        builder.Property(b => b.ApplicantPhone).IsPersonal();
        builder.Property(b => b.ApplicantKey).HasMaxLength(PersonalSeal.LookUpLength).IsUnicode(false);
        builder.Property(b => b.SubmittedBy).HasMaxLength(96);
        builder.Property(b => b.Answers).IsPersonal();
        builder.Property(b => b.Materials).IsPersonal();
        builder.Property(b => b.Commitments!).IsPersonal();
        builder.Property(b => b.Delivery!).IsPersonal();
        builder.Property(b => b.Agent!).IsPersonal();
        builder.Property(b => b.Revision).IsConcurrencyToken();
        builder.Ignore(b => b.Applicant);
        builder.Ignore(b => b.Stream);
        builder.HasIndex(b => new { b.ApplicantKey, b.SubmittedAt });
        builder.HasIndex(b => new { b.ServicePoint, b.SubmittedAt });
    }
}

internal sealed class BundleCaseStepMap : IEntityTypeConfiguration<BundleCaseStep>
{
    public void Configure(EntityTypeBuilder<BundleCaseStep> builder)
    {
        builder.ToTable("acceptance_bundle_steps");
        builder.HasKey(s => new { s.Bundle, s.Key });
        builder.Property(s => s.Key).HasMaxLength(24);
        builder.Property(s => s.Title).HasMaxLength(200);
        builder.Property(s => s.DepartmentName).HasMaxLength(64);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Answers!).IsPersonal();
        builder.Property(s => s.Materials!).IsPersonal();
        builder.HasIndex(s => s.Case).HasFilter("\"case\" is not null");
    }
}
