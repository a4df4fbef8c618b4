using System.Text.Json;
using System.Text.Json.Nodes;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Joint;
using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Forms;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Submit;

/// <summary>What a case is opened with: all of it has been checked.</summary>
internal sealed record NewCase(
    ItemOffer Offer, RegionCode Region, ServicePoint? Point, string Channel, Applicant Applicant, string SubmittedBy, int FormVersion, JsonObject Answers, IReadOnlyList<SubmittedMaterial> Materials)
{
    /// <summary>What was prefilled and the applicant has changed.</summary>
    public IReadOnlyList<PrefilledValue> Disputed { get; init; } = [];

    /// <summary>Who acts for the applicant; null where he acts himself.</summary>
    public CaseAgent? Agent { get; init; }

    /// <summary>The commitments that stand in for materials.</summary>
    public IReadOnlyList<SignedCommitment> Commitments { get; init; } = [];

    /// <summary>The number of the 一件事 that it is part of; null for a case of its own.</summary>
    public CaseNumber? Bundle { get; init; }
}

/// <summary>收件: gives a case its number and adds it with its journal entries and with the opinions that other departments will be asked for.</summary>
internal sealed class OpenCase(
    YiwangDb db, Journal journal, IDirectory directory, IExchangeRoutes routes, CaseNumbers numbers, CommitmentActs commitments, WorkCalendar calendar, PersonalSeal seal, TimeProvider clock)
{
    /// <summary>Adds the case to the context. The caller saves.</summary>
    internal async Task<Case> Open(NewCase what, CancellationToken stop)
    {
        var (offer, region, point, channel, applicant) = (what.Offer, what.Region, what.Point, what.Channel, what.Applicant);
        var now = clock.GetUtcNow();
        var today = WorkCalendar.DayInNingbo(now);
        var partners = await Partners(offer, stop);
        var found = new Case
        {
            Number = await numbers.Next(db, region, today, stop),
            Item = offer.Item.Code,
            ItemVersion = offer.Item.Version,
            ItemName = offer.Item.Name,
            Region = offer.Region.Code,
            Department = offer.Department.Code,
            DepartmentName = offer.Department.Name,
            DepartmentRegion = offer.Department.Region,
            System = await routes.SystemFor(offer.Department.MunicipalCode, offer.Item.Code, stop),
            Channel = channel,
            ServicePoint = point?.Code,
            ServicePointName = point?.Name,
            ApplicantKind = applicant.Kind!,
            ApplicantName = applicant.Name!,
            ApplicantNumber = applicant.IdNumber!,
            ApplicantPhone = applicant.Phone!,
            ApplicantKey = seal.LookUp(applicant.IdNumber!),
            SubmittedBy = what.SubmittedBy,
            SubmittedAt = now,
            Partners = partners.Count,
            Bundle = what.Bundle,
            Agent = what.Agent is { } agent ? JsonSerializer.Serialize(agent, Journal.Json) : null,
        };
        found.Receive(today, calendar);
        db.Add(found);
        foreach (var (share, department) in partners)
        {
            db.Add(new DepartmentOpinion
            {
                Number = await numbers.Next(db, region, today, stop),
                Case = found.Number,
                Share = share.Department,
                Department = department.Code,
                DepartmentName = department.Name,
                System = await routes.SystemFor(department.MunicipalCode, found.Item, stop),
            });
        }
        db.Add(Submission.Of(found.Number, 1, what.FormVersion, what.Answers, what.Materials, now, what.Disputed));
        journal.Open(found.Stream(), new CaseSubmitted(
            found.Number, found.Item, found.ItemVersion, found.Region, found.Department, found.DepartmentName, found.System, found.Channel,
            found.ServicePoint, found.ServicePointName, found.AnswerBy, found.ItemName));
        commitments.Add(found, what.Commitments);
        journal.Tell(found, MessageTypes.Dispatched, submission: 1);
        return found;
    }

    /// <summary>The departments that are asked for their opinions: those of the deciding department's region. A share that nobody there is competent for is left out.</summary>
    private async Task<List<(JointShare Share, Department Department)>> Partners(ItemOffer offer, CancellationToken stop)
    {
        var partners = new List<(JointShare, Department)>();
        foreach (var share in offer.Item.Joint?.Shares ?? [])
        {
            if (await directory.Competent(share.Department, offer.Department.Region, stop) is { } department && department.Code != offer.Department.Code) partners.Add((share, department));
        }
        return partners;
    }
}
