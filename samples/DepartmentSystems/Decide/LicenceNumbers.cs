using System.Globalization;
using DepartmentSystems.OwnForms;
using DepartmentSystems.Store;

namespace DepartmentSystems.Decide;

/// <summary>A licence to issue.</summary>
public sealed record Licence(string Name, string Number, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>Gives a licence its number and validity as the item's own form says; without one the decision is the licence.</summary>
public static class LicenceNumbers
{
    private const string CreditCode = "uscc:";

    public static async Task<Licence> Next(DeskDb db, OwnForm? form, CaseRecord about, string documentNumber, DateOnly day, CancellationToken stop)
    {
        if (form?.Licence is not { } licence) return new($"{about.ItemName}决定书", documentNumber, day, null);
        var series = licence.Number
            .Replace("{region}", District.Six(about.Region), StringComparison.Ordinal)
            .Replace("{date}", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var isCode = series.StartsWith(CreditCode, StringComparison.Ordinal);
        var next = await Counter.Next(db, isCode ? $"{series}:{District.Six(about.Region)}" : series, stop);
        var number = isCode ? CreditCodes.Make(series[CreditCode.Length..], District.Six(about.Region), next)
            : series.Replace("{n6}", next.ToString("000000", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{n7}", next.ToString("0000000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new(licence.Name, number, day, licence.ValidMonths is { } months ? day.AddMonths(months).AddDays(-1) : null);
    }
}
