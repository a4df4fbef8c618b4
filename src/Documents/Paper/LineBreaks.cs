using System.Globalization;
using System.Text;

namespace Yiwang.Documents.Paper;

/// <summary>Breaks Chinese text into lines: no closing mark at a line's start, no opening mark at its end (GB/T 15834-2011), words and numbers whole.</summary>
internal static class LineBreaks
{
    private const string NotFirst = "，。、；：！？）》」』”’〕】％%…·,.;:!?)]}";
    private const string NotLast = "（《「『“‘〔【([{";

    /// <summary>The lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of a line.</param>
    /// <param name="first">How much of the first line is taken by an indent.</param>
    /// <param name="measure">The width of a piece.</param>
    internal static List<string> Break(string text, double width, double first, Func<string, double> measure)
    {
        var lines = new List<string>();
        var (line, left) = (new StringBuilder(), width - first);
        foreach (var piece in Pieces(text))
        {
            var needed = measure(piece);
            if (needed > left && line.Length > 0)
            {
                lines.Add(line.ToString());
                line.Clear();
                left = width;
            }
            // A word that is longer than a line is cut.
            if (needed > width)
            {
                foreach (var part in Cut(piece, width, measure))
                {
                    if (line.Length > 0) lines.Add(line.ToString());
                    line.Clear().Append(part);
                    left = width - measure(part);
                }
                continue;
            }
            line.Append(piece);
            left -= needed;
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line.ToString());
        return lines;
    }

    /// <summary>What may not be torn apart: a character with the marks that belong to it, a word, a number.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var before = "";
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (piece.Length > 0 && !Belongs(before, element))
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(element);
            before = element;
        }
        if (piece.Length > 0) yield return piece.ToString();
    }

    private static bool Belongs(string before, string element) =>
        NotFirst.Contains(element, StringComparison.Ordinal) || NotLast.Contains(before, StringComparison.Ordinal) || (IsWord(before) && IsWord(element));

    private static bool IsWord(string element) => element.Length == 1 && (char.IsAsciiLetterOrDigit(element[0]) || element[0] is '-' or '/' or '*' or '@');

    private static IEnumerable<string> Cut(string piece, double width, Func<string, double> measure)
    {
        var part = new StringBuilder();
        foreach (var c in piece)
        {
            if (part.Length > 0 && measure($"{part}{c}") > width)
            {
                yield return part.ToString();
                part.Clear();
            }
            part.Append(c);
        }
        if (part.Length > 0) yield return part.ToString();
    }
}
