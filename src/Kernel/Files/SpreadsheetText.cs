namespace Yiwang.Kernel.Files;

/// <summary>Texts for files that spreadsheets open.</summary>
public static class SpreadsheetText
{
    /// <summary>A line of CSV (RFC 4180) without its end; a cell that a spreadsheet would run as a formula begins with <c>'</c> (CSV injection, OWASP).</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(c => Quoted(Safe(c))));

    /// <summary>Whether a spreadsheet may run a cell that begins so.</summary>
    public static bool Risky(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private static string Safe(string text) => text.Length > 0 && Risky(text[0]) ? $"'{text}" : text;

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
