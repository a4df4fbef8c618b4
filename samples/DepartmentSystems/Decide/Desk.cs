using System.Text.Json.Nodes;
using DepartmentSystems.OwnForms;
using DepartmentSystems.Receive;
using DepartmentSystems.Send;
using DepartmentSystems.Store;

namespace DepartmentSystems.Decide;

/// <summary>One officer at work on one case. Whether an act is allowed has been asked before.</summary>
public sealed class Desk(DeskDb db, SystemProfile profile, CaseRecord about, DateTimeOffset now, string officer)
{
    private DateOnly Today => NingboTime.Day(now);

    public void Accept()
    {
        about.State = CaseState.Handling;
        about.AcceptedOn = Today;
        Say(MessageTypes.Accepted, new() { ["acceptedOn"] = NingboTime.Wire(Today) });
        about.Note(db, now, officer, "受理");
    }

    public void AskCorrection(IReadOnlyList<Problem> problems)
    {
        about.State = CaseState.Correcting;
        about.CorrectionAsked = true;
        Say(MessageTypes.CorrectionRequired, new() { ["problems"] = new JsonArray([.. problems.Select(p => new JsonObject { ["what"] = p.What.Trim(), ["why"] = p.Why.Trim() })]) });
        about.Note(db, now, officer, "一次性告知补正", string.Join("；", problems.Select(p => $"{p.What}：{p.Why}")));
    }

    public void Decline(string reason)
    {
        about.End(CaseEnding.Declined, reason);
        Say(MessageTypes.Declined, new() { ["reason"] = reason });
        about.Note(db, now, officer, "不予受理", reason);
    }

    public void CompleteStep(string step, string opinion)
    {
        Say(MessageTypes.StepCompleted, new() { ["step"] = step, ["organ"] = about.Department, ["officer"] = officer, ["opinion"] = opinion });
        about.Note(db, now, officer, $"{step}通过", opinion);
    }

    public async Task Grant(OwnForm? form, ActInput input, CancellationToken stop)
    {
        about.DocumentNumber = await DocumentNumbers.Next(db, profile, about.Department, granted: true, Today, stop);
        var licence = await LicenceNumbers.Next(db, form, about, about.DocumentNumber, Today, stop);
        about.LicenceName = Or(input.LicenceName, licence.Name);
        about.LicenceNumber = Or(input.LicenceNumber, licence.Number);
        var validTo = input.ValidTo ?? licence.ValidTo;
        Decide("granted", about.Reason = null);
        Say(MessageTypes.LicenceIssued, new()
        {
            ["name"] = about.LicenceName,
            ["number"] = about.LicenceNumber,
            ["validFrom"] = NingboTime.Wire(licence.ValidFrom),
            ["validTo"] = validTo is { } day ? NingboTime.Wire(day) : null,
        });
        Close("准予，证照已制发");
        about.End(CaseEnding.Granted, null);
        about.Note(db, now, officer, "准予并办结", $"{about.DocumentNumber}；{about.LicenceName} {about.LicenceNumber}");
    }

    public async Task Refuse(string reason, CancellationToken stop)
    {
        about.DocumentNumber = await DocumentNumbers.Next(db, profile, about.Department, granted: false, Today, stop);
        Decide("refused", reason);
        Close("不予许可");
        about.End(CaseEnding.Refused, reason);
        about.Note(db, now, officer, "不予许可并办结", $"{about.DocumentNumber}；{reason}");
    }

    private void Decide(string result, string? reason)
    {
        var data = new JsonObject { ["result"] = result, ["documentNumber"] = about.DocumentNumber, ["decidedOn"] = NingboTime.Wire(Today) };
        if (reason is not null) data["reason"] = reason;
        Say(MessageTypes.DecisionMade, data);
    }

    private void Close(string note) => Say(MessageTypes.Closed, new() { ["note"] = note });

    private void Say(string type, JsonObject data) => Outbox.Add(db, profile, about, type, data, now);

    private static string Or(string? text, string other) => string.IsNullOrWhiteSpace(text) ? other : text.Trim();
}
