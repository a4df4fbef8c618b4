namespace Yiwang.Kernel.Seeding;

/// <summary>Divides whole numbers without losing one.</summary>
public static class Shares
{
    /// <summary>Divides a number by weights (最大余数法). No share is larger than its weight where the number is not larger than their sum.</summary>
    public static int[] Divide(int number, IReadOnlyList<int> weights)
    {
        var sum = weights.Sum(w => (long)w);
        if (number == 0 || sum == 0) return new int[weights.Count];
        var shares = weights.Select(w => (int)((long)number * w / sum)).ToArray();
        var left = number - shares.Sum();
        foreach (var i in Enumerable.Range(0, weights.Count).OrderByDescending(i => (long)number * weights[i] % sum).ThenBy(i => i).Take(left)) shares[i]++;
        return shares;
    }

    /// <summary>A table with these sums of rows and columns, each row as near to the columns' proportion as whole numbers allow. Both must add up to the same.</summary>
    public static int[][] Table(IReadOnlyList<int> rows, IReadOnlyList<int> columns)
    {
        if (rows.Sum() != columns.Sum()) throw new ArgumentException($"Rows add up to {rows.Sum()}, columns to {columns.Sum()}.", nameof(rows));
        var left = columns.ToArray();
        var table = new int[rows.Count][];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = Divide(rows[i], left);
            for (var c = 0; c < left.Length; c++) left[c] -= table[i][c];
        }
        return table;
    }
}
