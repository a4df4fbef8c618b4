using System.Globalization;
using System.Text.Json;
using Yiwang.Acceptance.Cases;
using Yiwang.Exchange;

namespace Yiwang.Acceptance.Replies;

/// <summary>Reads the data of a reply; what cannot be read is remembered as wrong. The lengths are those of docs/exchange-contract.md.</summary>
internal sealed class ReplyData(JsonElement data)
{
    private static readonly Dictionary<string, int> Texts = new(StringComparer.Ordinal)
    {
        ["reason"] = Case.ReasonMaxLength, ["step"] = 64, ["organ"] = 64, ["result"] = 16,
        ["documentNumber"] = Case.DocumentNumberMaxLength, ["name"] = Case.LicenceNameMaxLength, ["number"] = Case.LicenceNumberMaxLength,
        ["what"] = Case.ReasonMaxLength, ["why"] = Case.ReasonMaxLength, ["kind"] = 32, ["approver"] = ContractLimits.ApproverMaxLength,
        ["opinion"] = Case.ReasonMaxLength, ["code"] = 64, ["note"] = Case.ReasonMaxLength,
    };

    private static readonly string[] Dates = ["acceptedOn", "decidedOn", "validFrom", "validTo", "correctBy", "startedOn", "endedOn"];

    private static readonly string[] Numbers = ["plannedDays", "days"];

    private string? Wrong { get; set; }

    /// <summary>Reads every member of the contract; what the first one that cannot be read should be.</summary>
    internal string? Check()
    {
        foreach (var name in Texts.Keys) Text(name);
        foreach (var name in Dates) Date(name);
        foreach (var name in Numbers) Days(name);
        Names("departments");
        Problems();
        Excluded();
        return Wrong;
    }

    internal string Text(string name)
    {
        if (!data.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return "";
        var most = Texts.GetValueOrDefault(name, Case.ReasonMaxLength);
        if (value.ValueKind is JsonValueKind.String && value.GetString()!.Trim() is var text && text.Length <= most) return text;
        Wrong ??= $"{name} 应为不超过 {most} 字的文本。";
        return "";
    }

    internal DateOnly? Date(string name)
    {
        var text = Text(name);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Wrong ??= $"{name} 应写作 2026-11-23。";
        return null;
    }

    /// <summary>A number of days; 0 where none is given.</summary>
    internal int Days(string name)
    {
        if (!data.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return 0;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var days)) return days;
        Wrong ??= $"{name} 应为整数。";
        return 0;
    }

    /// <summary>A list of names; empty where none is given.</summary>
    internal IReadOnlyList<string> Names(string name)
    {
        if (!data.TryGetProperty(name, out var list) || list.ValueKind is JsonValueKind.Null) return [];
        if (list.ValueKind is JsonValueKind.Array && list.GetArrayLength() <= Case.ProblemsMax && list.EnumerateArray().All(n => n.ValueKind is JsonValueKind.String)) return [.. list.EnumerateArray().Select(n => n.GetString()!)];
        Wrong ??= $"{name} 应为最多 {Case.ProblemsMax} 个文本的数组。";
        return [];
    }

    /// <summary>What is to be corrected.</summary>
    internal IReadOnlyList<CorrectionProblem> Problems() => Named("problems");

    /// <summary>What is not granted.</summary>
    internal IReadOnlyList<CorrectionProblem> Excluded() => Named("excluded");

    private IReadOnlyList<CorrectionProblem> Named(string name)
    {
        if (!data.TryGetProperty(name, out var list) || list.ValueKind is JsonValueKind.Null) return [];
        if (list.ValueKind is not JsonValueKind.Array || list.EnumerateArray().Any(p => p.ValueKind is not JsonValueKind.Object))
        {
            Wrong ??= $"{name} 应为数组，每项有 what 和 why。";
            return [];
        }
        var problems = list.EnumerateArray().Select(p => new ReplyData(p)).Select(p => (Data: p, Problem: new CorrectionProblem(p.Text("what"), p.Text("why")))).ToList();
        Wrong ??= problems.Select(p => p.Data.Wrong).FirstOrDefault(w => w is not null);
        return [.. problems.Select(p => p.Problem)];
    }
}
