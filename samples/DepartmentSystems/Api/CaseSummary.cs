using DepartmentSystems.Store;

namespace DepartmentSystems.Api;

/// <summary>A case as the machine interface gives it.</summary>
public sealed record CaseSummary(string CaseNumber, string State, string? Ending, string Item, string ItemName, string Department, string Applicant,
    DateTimeOffset ArrivedAt, DateOnly? AnswerBy, DateOnly? AcceptedOn, bool CorrectionAsked, string? Reason, string? DocumentNumber, string? LicenceName, string? LicenceNumber)
{
    public static CaseSummary Of(CaseRecord c) => new(c.Number, Word(c.State.ToString()), c.Ending is { } ending ? Word(ending.ToString()) : null, c.Item, c.ItemName, c.Department, c.ApplicantName,
        c.ArrivedAt, c.AnswerBy, c.AcceptedOn, c.CorrectionAsked, c.Reason, c.DocumentNumber, c.LicenceName, c.LicenceNumber);

    private static string Word(string name) => name.ToLowerInvariant();
}
