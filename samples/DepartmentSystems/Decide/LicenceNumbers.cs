using System.Globalization;
using DepartmentSystems.OwnForms;
using DepartmentSystems.Receive;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Decide;

/// <summary>A licence to issue.</summary>
public sealed record Licence(string Name, string Number, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>Gives a licence its number and validity as the item's own form says; without one the decision is the licence.</summary>
public static class LicenceNumbers
{
    private const string CreditCode = "uscc:";

    public static async Task<Licence> Next(DeskDb db, OwnForm? form, CaseRecord about, string documentNumber, DateOnly day, CancellationToken stop)
    {
        if (form?.Licence is not { } licence) return new(await Result(db, about, stop) ?? $"{about.ItemName}决定书", documentNumber, day, null);
        var series = licence.Number
            .Replace("{region}", District.Six(about.Region), StringComparison.Ordinal)
            .Replace("{date}", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var isCode = series.StartsWith(CreditCode, StringComparison.Ordinal);
        var next = await Counter.Next(db, isCode ? $"{series}:{District.Six(about.Region)}" : series, stop);
        var number = isCode ? CreditCodes.Make(series[CreditCode.Length..], District.Six(about.Region), next)
            : series.Replace("{n6}", next.ToString("000000", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{n7}", next.ToString("0000000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new(licence.Name, number, day, licence.ValidMonths is { } months ? day.AddMonths(months).AddDays(-1) : null);
    }

    /// <summary>What the platform says comes out of the case.</summary>
    private static async Task<string?> Result(DeskDb db, CaseRecord about, CancellationToken stop)
    {
        var dispatched = await db.Inbound.FirstAsync(m => m.Case == about.Number && m.Type == MessageTypes.Dispatched && m.State == InboundState.Processed, stop);
        return MessageData.Read(dispatched) is MessageData.Dispatched { Result: { Length: > 0 } result } ? result : null;
    }
}
