using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Yiwang.Documents.Paper;

/// <summary>
/// The type of one document: writes and measures texts in as many fonts as they need. A font of a PDF made here holds some two hundred characters, so a font that
/// a document uses more of is put in again.
/// </summary>
internal sealed class PaperType(PdfDocumentBuilder pdf, PaperFonts fonts)
{
    private const int MostCharacters = 200;
    private readonly Dictionary<char, (PdfDocumentBuilder.AddedFont Added, char Character)> _placed = [];
    private readonly Dictionary<int, (PdfDocumentBuilder.AddedFont Added, int Characters)> _current = [];

    /// <summary>The width of a text in points.</summary>
    internal double Measure(PdfPageBuilder page, string text, double size) =>
        Runs(text).Sum(run => page.MeasureText(run.Text, size, new PdfPoint(0, 0), run.Font)[^1].EndBaseLine.X);

    /// <summary>Writes a text from a point on its base line.</summary>
    internal void Write(PdfPageBuilder page, string text, PdfPoint at, double size)
    {
        foreach (var (run, font) in Runs(text)) at = new PdfPoint(page.AddText(run, size, at, font)[^1].EndBaseLine.X, at.Y);
    }

    private IEnumerable<(string Text, PdfDocumentBuilder.AddedFont Font)> Runs(string text)
    {
        var run = new System.Text.StringBuilder();
        PdfDocumentBuilder.AddedFont? font = null;
        // A character beyond the first plane is two of these, and no font here has it: one sign stands for both.
        foreach (var character in text.Where(c => !char.IsLowSurrogate(c)))
        {
            var (added, shown) = Place(character);
            if (font is not null && !ReferenceEquals(font, added))
            {
                yield return (run.ToString(), font);
                run.Clear();
            }
            font = added;
            run.Append(shown);
        }
        if (font is not null) yield return (run.ToString(), font);
    }

    private (PdfDocumentBuilder.AddedFont Added, char Character) Place(char character)
    {
        if (_placed.TryGetValue(character, out var placed)) return placed;
        var (font, shown) = fonts.For(character);
        if (!_current.TryGetValue(font, out var current) || current.Characters >= MostCharacters) current = (pdf.AddTrueTypeFont(fonts.Bytes(font)), 0);
        _current[font] = current with { Characters = current.Characters + 1 };
        return _placed[character] = (current.Added, shown);
    }
}
