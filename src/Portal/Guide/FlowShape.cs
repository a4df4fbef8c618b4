namespace Yiwang.Portal.Guide;

/// <summary>A box of a flow chart: where it stands and what it says, in the units of the drawing.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Lines">The name of the step, in lines that fit the box.</param>
/// <param name="Limit">Its limit, such as 7 日内; null when it has none.</param>
/// <param name="Optional">Whether the step is taken only if somebody asks for it (依申请).</param>
internal sealed record FlowBox(int X, int Y, IReadOnlyList<string> Lines, string? Limit, bool Optional);

/// <summary>The shape of a flow chart: boxes in rows that turn at their ends, as a path on a board, or in one column.</summary>
/// <param name="Width">The width of the drawing.</param>
/// <param name="Height">The height of the drawing.</param>
/// <param name="Boxes">The boxes, in the order of the steps.</param>
/// <param name="Arrows">The arrows between them, as paths.</param>
internal sealed record FlowShape(int Width, int Height, IReadOnlyList<FlowBox> Boxes, IReadOnlyList<string> Arrows)
{
    internal const int BoxWidth = 164;
    internal const int BoxHeight = 84;
    private const int Gap = 36;
    private const int Edge = 2;
    private const int LineLength = 8;

    /// <summary>Places the steps, so many to a row.</summary>
    internal static FlowShape Of(IReadOnlyList<(string Name, string? Limit)> steps, int columns)
    {
        columns = Math.Min(columns, Math.Max(1, steps.Count));
        var rows = (steps.Count + columns - 1) / columns;
        var boxes = new List<FlowBox>();
        var arrows = new List<string>();
        for (var i = 0; i < steps.Count; i++)
        {
            var (row, place) = (i / columns, i % columns);
            var column = row % 2 == 0 ? place : columns - 1 - place;
            var (x, y) = (Edge + column * (BoxWidth + Gap), Edge + row * (BoxHeight + Gap));
            boxes.Add(new(x, y, Lines(steps[i].Name), steps[i].Limit, steps[i].Name.Contains("依申请", StringComparison.Ordinal)));
            if (i == 0) continue;
            var middle = y + BoxHeight / 2;
            arrows.Add(place == 0 ? $"M{x + BoxWidth / 2} {y - Gap}V{y - 7}" : row % 2 == 0 ? $"M{x - Gap} {middle}H{x - 7}" : $"M{x + BoxWidth + Gap} {middle}H{x + BoxWidth + 7}");
        }
        return new(2 * Edge + columns * BoxWidth + (columns - 1) * Gap, 2 * Edge + rows * BoxHeight + Math.Max(0, rows - 1) * Gap, boxes, arrows);
    }

    /// <summary>What stands in brackets has a line of its own; what is still too long is cut into lines.</summary>
    private static List<string> Lines(string name)
    {
        var parts = name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? [name[..open], $"（{name[(open + 1)..].TrimEnd(')')}）"] : new[] { name };
        return [.. parts.SelectMany(p => p.Length <= LineLength + 2 ? [p] : p.Chunk(LineLength).Select(c => new string(c)))];
    }
}
