using System.Globalization;
using System.Text.Json;
using Yiwang.Acceptance.Cases;

namespace Yiwang.Acceptance.Replies;

/// <summary>Reads the data of a reply; what cannot be read is remembered as wrong. The lengths are those of docs/exchange-contract.md.</summary>
internal sealed class ReplyData(JsonElement data)
{
    private static readonly Dictionary<string, int> Texts = new(StringComparer.Ordinal)
    {
        ["reason"] = Case.ReasonMaxLength, ["step"] = 64, ["organ"] = 64, ["opinion"] = Case.ReasonMaxLength, ["result"] = 16,
        ["documentNumber"] = Case.DocumentNumberMaxLength, ["name"] = Case.LicenceNameMaxLength, ["number"] = Case.LicenceNumberMaxLength,
        ["what"] = Case.ReasonMaxLength, ["why"] = Case.ReasonMaxLength,
    };

    private static readonly string[] Dates = ["acceptedOn", "decidedOn", "validFrom", "validTo"];

    private string? Wrong { get; set; }

    /// <summary>Reads every member of the contract; what the first one that cannot be read should be.</summary>
    internal string? Check()
    {
        foreach (var name in Texts.Keys) Text(name);
        foreach (var name in Dates) Date(name);
        Problems();
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

    internal IReadOnlyList<CorrectionProblem> Problems()
    {
        if (!data.TryGetProperty("problems", out var list) || list.ValueKind is JsonValueKind.Null) return [];
        if (list.ValueKind is not JsonValueKind.Array || list.EnumerateArray().Any(p => p.ValueKind is not JsonValueKind.Object))
        {
            Wrong ??= "problems 应为数组，每项有 what 和 why。";
            return [];
        }
        var problems = list.EnumerateArray().Select(p => new ReplyData(p)).Select(p => (Data: p, Problem: new CorrectionProblem(p.Text("what"), p.Text("why")))).ToList();
        Wrong ??= problems.Select(p => p.Data.Wrong).FirstOrDefault(w => w is not null);
        return [.. problems.Select(p => p.Problem)];
    }
}
