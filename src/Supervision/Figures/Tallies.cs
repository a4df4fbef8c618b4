using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Supervision.Figures;

/// <summary>Writes sums into the table of tallies, in the transaction that is open: by statements that add to what stands there.</summary>
internal static class Tallies
{
    private const int RowsPerStatement = 100;
    private static readonly string[] Keys = ["grain", "period", "region", "department", "item", "channel", "point"];

    /// <summary>All that is counted, in the order of its columns.</summary>
    internal static IReadOnlyList<Measure> Measures { get; } = Enum.GetValues<Measure>();

    private static readonly string[] Columns = [.. Measures.Select(Column)];

    /// <summary>Adds the sums; rows that nothing is added to are left out.</summary>
    internal static async Task Add(YiwangDb db, Dictionary<TallyKey, int[]> sums, CancellationToken stop)
    {
        foreach (var rows in sums.Where(s => s.Value.Any(n => n != 0)).OrderBy(s => s.Key.ToString(), StringComparer.Ordinal).Chunk(RowsPerStatement))
        {
            var (values, parameters) = (new StringBuilder(), new List<object>());
            foreach (var ((grain, period, region, department, item, channel, point), numbers) in rows)
            {
                values.Append(values.Length == 0 ? "(" : ", (");
                foreach (object value in new object[] { grain.ToString(), period, region, department, item, channel, point }.Concat(numbers.Cast<object>()))
                {
                    values.Append(CultureInfo.InvariantCulture, $"{{{parameters.Count}}}, ");
                    parameters.Add(value);
                }
                values.Length -= 2;
                values.Append(')');
            }
            // Names of our own make the text; every value is a parameter.
            var statement = $"""
                insert into {TallyMap.Table} ({string.Join(", ", Keys)}, {string.Join(", ", Columns)}) values {values}
                on conflict ({string.Join(", ", Keys)}) do update set {string.Join(", ", Columns.Select(c => $"{c} = {TallyMap.Table}.{c} + excluded.{c}"))}
                """;
            await db.Database.ExecuteSqlRawAsync(statement, parameters, stop);
        }
    }

    /// <summary>Takes a row away from the sums.</summary>
    internal static void Subtract(Dictionary<TallyKey, int[]> sums, Tally row)
    {
        if (!sums.TryGetValue(row.Key, out var sum)) sums.Add(row.Key, sum = new int[Measures.Count]);
        var counts = row.Counts;
        for (var i = 0; i < sum.Length; i++) sum[i] -= counts[i];
    }

    /// <summary>The column's name, as the naming convention makes it.</summary>
    private static string Column(Measure measure) => string.Concat(measure.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
