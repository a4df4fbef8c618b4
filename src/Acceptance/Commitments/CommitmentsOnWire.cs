using System.Globalization;
using System.Text.Json.Nodes;

namespace Yiwang.Acceptance.Commitments;

/// <summary>Commitments in messages to departments (see docs/exchange-contract.md).</summary>
internal static class CommitmentsOnWire
{
    internal static JsonArray Of(IEnumerable<CommitmentNotice> all) => new([.. all.Select(c => new JsonObject
    {
        ["code"] = c.Code, ["name"] = c.Name, ["signedBy"] = c.SignedBy, ["signedAt"] = c.SignedAt, ["state"] = CommitmentWords.Code(c.State),
        ["checkBy"] = Day(c.CheckBy), ["correctBy"] = Day(c.CorrectBy), ["reason"] = c.Reason,
    })]);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
