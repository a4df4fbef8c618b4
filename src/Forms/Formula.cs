using System.Globalization;
using System.Text.Json.Nodes;
using NCalc;
using NCalc.Exceptions;
using NCalc.Handlers;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms;

/// <summary>
/// The formulas of calculated values (计算项): arithmetic over the names of fields that hold numbers, with <c>Sum('table.column')</c>, <c>Count('table')</c>,
/// <c>Days('from', 'to')</c> (calendar days, both counted), <c>Age('idNumber')</c> (whole years) and the functions of NCalc, such as <c>Round(price * 10000 / area, 2)</c>.
/// </summary>
internal static class Formula
{
    private const ExpressionOptions Options = ExpressionOptions.DecimalAsDefault | ExpressionOptions.NoCache;

    /// <summary>Why a formula cannot be read, as a sentence; null when it can.</summary>
    internal static string? Problem(string formula, IReadOnlyCollection<string> names)
    {
        var expression = new Expression(formula, Options);
        if (expression.HasErrors()) return "计算公式读不懂";
        if (expression.GetParameterNames().FirstOrDefault(n => !names.Contains(n, StringComparer.Ordinal)) is { } stray) return $"计算公式里的“{stray}”不是本表的字段";
        foreach (var name in expression.GetParameterNames()) expression.Parameters[name] = 1m;
        OfferFunctions(expression, [], default);
        try
        {
            expression.Evaluate();
            return null;
        }
        catch (Exception problem) when (problem is NCalcException or DivideByZeroException or OverflowException)
        {
            return problem is NCalcFunctionNotFoundException ? "计算公式里有不认识的函数" : null;
        }
    }

    /// <summary>The value of a calculated field, rounded to what its type holds; null while something that it needs is missing.</summary>
    internal static JsonNode? WorkOut(FormField field, JsonObject values, DateOnly today)
    {
        var expression = new Expression(field.Calculate!, Options);
        foreach (var name in expression.GetParameterNames())
        {
            if (Values.Number(values[name]) is not { } number) return null;
            expression.Parameters[name] = number;
        }
        var anyMissing = OfferFunctions(expression, values, today);
        try
        {
            var result = Convert.ToDecimal(expression.Evaluate(), CultureInfo.InvariantCulture);
            return anyMissing() ? null : JsonValue.Create(field.Type is FieldTypes.Decimal ? Math.Round(result, 4) : Math.Round(result));
        }
        catch (Exception problem) when (problem is NCalcException or DivideByZeroException or OverflowException)
        {
            // What the person has typed so far has no result, such as a price for no area.
            return null;
        }
    }

    /// <summary>Gives the expression our functions; the answer tells afterwards whether one of them lacked what it needs.</summary>
    private static Func<bool> OfferFunctions(Expression expression, JsonObject values, DateOnly today)
    {
        var missing = false;
        void Offer(string name, Func<FunctionData, decimal?> work) => expression.Functions[name] = call =>
        {
            var result = work(call);
            missing |= result is null;
            return result ?? 0m;
        };
        Offer("Sum", call => Text(call, 0).Split('.') is [var table, var column] && values[table] is JsonArray rows ? Values.Sum(rows, column) : null);
        Offer("Count", call => values[Text(call, 0)] is JsonArray rows ? rows.Count : 0);
        Offer("Days", call => Values.Day(values[Text(call, 0)]) is { } from && Values.Day(values[Text(call, 1)]) is { } to ? to.DayNumber - from.DayNumber + 1 : null);
        Offer("Age", call => ResidentId.TryParse(Condition.Text(values[Text(call, 0)]), null, out var id) ? Age(id.BirthDate, today) : null);
        return () => missing;
    }

    private static string Text(FunctionData call, int index) => call.Count > index ? Convert.ToString(call.Evaluate(index), CultureInfo.InvariantCulture) ?? "" : "";

    private static int Age(DateOnly born, DateOnly today) => today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
}
