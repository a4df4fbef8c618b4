using Microsoft.Extensions.Configuration;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Yiwang.Documents.Paper;

/// <summary>
/// The fonts of official paper, TrueType files: those configured under <c>Documents:Fonts</c> (paths, separated by semicolons), then those that Debian's packages
/// fonts-arphic-gbsn00lp (宋体) and fonts-droid-fallback (for characters that the first lacks) bring.
/// </summary>
internal sealed class PaperFonts
{
    /// <summary>Stands for a character that no font has (缺字符号), as printers have always done.</summary>
    private const char Lacking = '〓';

    private static readonly string[] Known = ["/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf", "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"];
    private readonly List<(byte[] Bytes, TrueTypeFont Font)> _fonts;

    public PaperFonts(IConfiguration configuration)
    {
        string[] own = configuration["Documents:Fonts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        _fonts = [.. own.Concat(Known).Where(File.Exists).Select(File.ReadAllBytes).Select(bytes => (bytes, TrueTypeFontParser.Parse(new TrueTypeDataBytes(bytes))))];
    }

    /// <summary>How many there are; none where the machine has no Chinese font.</summary>
    internal int Count => _fonts.Count;

    /// <summary>The file of a font.</summary>
    internal byte[] Bytes(int font) => _fonts[font].Bytes;

    /// <summary>The first font that has the character, and the character; a sign for it where none has.</summary>
    internal (int Font, char Character) For(char character)
    {
        var found = _fonts.FindIndex(f => Has(f.Font, character));
        return found >= 0 ? (found, character) : (Math.Max(0, _fonts.FindIndex(f => Has(f.Font, Lacking))), Lacking);
    }

    private static bool Has(TrueTypeFont font, char character) => font.TableRegister.CMapTable?.TryGetGlyphIndex(character, out var glyph) is true && glyph > 0;
}
