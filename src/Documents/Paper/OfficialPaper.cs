using QRCoder;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Documents.Paper;

/// <summary>
/// Official paper (党政机关公文格式, GB/T 9704-2012): A4, a text of 156 by 225 mm with 22 lines of 28 characters in size 3, titles in size 2, page
/// numbers at the outer edge. The organ signs at the right, the date below it.
/// </summary>
internal sealed class OfficialPaper(PaperFonts fonts) : IOfficialPaper
{
    private const double Millimetre = 72d / 25.4, PageHeight = 297 * Millimetre;
    private const double Left = 28 * Millimetre, Top = 37 * Millimetre, Width = 156 * Millimetre, Height = 225 * Millimetre;
    private const double Body = 16, Title = 22, Small = 12, LineHeight = Height / 22, CodeSide = 24 * Millimetre;

    public Outcome<byte[]> Print(OfficialDocument document)
    {
        if (fonts.Count == 0) return new Refusal(RefusalKind.Unavailable, "no-font", "这台服务器没有安装中文字体，暂时不能生成文书。请联系运维安装 fonts-arphic-gbsn00lp 和 fonts-droid-fallback。");
        var pdf = new PdfDocumentBuilder { DocumentInformation = { Title = document.Title, Author = document.Issuer, Producer = "Yiwang", CreationDate = $"D:{document.Date:yyyyMMdd}" } };
        new Pages(pdf, new PaperType(pdf, fonts)).Draw(document);
        return pdf.Build();
    }

    /// <summary>One document on its pages.</summary>
    private sealed class Pages(PdfDocumentBuilder pdf, PaperType type)
    {
        private PdfPageBuilder _canvas = null!;
        private int _page;
        private double _y;

        internal void Draw(OfficialDocument document)
        {
            Next();
            _y = Top + LineHeight;
            foreach (var line in Broken(document.Issuer, Title, 0)) Centre(line, Title);
            foreach (var line in Broken(document.Title, Title, 0)) Centre(line, Title);
            _y += LineHeight / 2;
            if (document.Number.Length > 0) Centre(document.Number, Body);
            _y += LineHeight / 2;
            if (document.Addressee.Length > 0) Paragraph($"{document.Addressee}：", 0);
            foreach (var (line, index) in document.Lines.Select((line, index) => (line, index)))
            {
                // No page without text: the last of it goes with the signature.
                if (index == document.Lines.Count - 1) Room(Broken(line.Text, Body, 2 * Body).Count * LineHeight + SignHeight(document));
                if (line.Style is LineStyle.Blank) Blank(line.Text);
                else Paragraph(line.Text, line.Style is LineStyle.Plain ? 0 : 2 * Body);
            }
            Sign(document);
            Foot();
        }

        private void Next()
        {
            if (_page > 0) Foot();
            _canvas = pdf.AddPage(PageSize.A4);
            _page++;
            _y = Top;
        }

        private void Foot()
        {
            // Odd pages at the right, even ones at the left, with a dash on either side (7.5 of the standard).
            var words = $"— {_page} —";
            var x = _page % 2 == 1 ? Left + Width - type.Measure(_canvas, words, Small + 2) - Body : Left + Body;
            Write(words, x, Top + Height + 7 * Millimetre + Small, Small + 2);
        }

        private void Room(double height)
        {
            if (_y + height > Top + Height) Next();
        }

        private void Paragraph(string text, double indent)
        {
            var x = Left + indent;
            foreach (var line in Broken(text, Body, indent))
            {
                Room(LineHeight);
                Write(line, x, _y + Body, Body);
                _y += LineHeight;
                x = Left;
            }
        }

        private void Blank(string text)
        {
            Room(LineHeight);
            Write(text, Left, _y + Body, Body);
            var x = Left + type.Measure(_canvas, text, Body) + 4;
            _canvas.DrawLine(new PdfPoint(x, Up(_y + Body + 4)), new PdfPoint(Left + Width, Up(_y + Body + 4)), 0.7);
            _y += LineHeight;
        }

        private void Centre(string text, double size)
        {
            Room(LineHeight);
            Write(text, Left + (Width - type.Measure(_canvas, text, size)) / 2, _y + size, size);
            _y += size > Body ? LineHeight * 1.2 : LineHeight;
        }

        private static double SignHeight(OfficialDocument document) => LineHeight + Math.Max(2 * LineHeight, document.Code.Length > 0 ? CodeSide + Small * 2 : 0);

        /// <summary>The organ and the day at the right, and the code at the left of them; never apart from each other.</summary>
        private void Sign(OfficialDocument document)
        {
            Room(SignHeight(document));
            _y += LineHeight;
            var top = _y;
            foreach (var words in new[] { document.Issuer, $"{document.Date:yyyy年M月d日}" })
            {
                Write(words, Left + Width - type.Measure(_canvas, words, Body) - 2 * Body, _y + Body, Body);
                _y += LineHeight;
            }
            if (document.Code.Length > 0) Code(document, top);
        }

        private void Code(OfficialDocument document, double top)
        {
            using var code = QRCodeGenerator.GenerateQrCode(document.Code, QRCodeGenerator.ECCLevel.M);
            var (count, module) = (code.ModuleMatrix.Count, CodeSide / code.ModuleMatrix.Count);
            for (var row = 0; row < count; row++)
            {
                for (var column = 0; column < count; column++)
                {
                    if (!code.ModuleMatrix[row][column]) continue;
                    var from = column;
                    while (column + 1 < count && code.ModuleMatrix[row][column + 1]) column++;
                    _canvas.DrawRectangle(new PdfPoint(Left + from * module, Up(top + (row + 1) * module)), (column - from + 1) * module, module, 0, fill: true);
                }
            }
            var y = top + CodeSide + Small + 4;
            foreach (var line in Broken(document.CodeWords, Small, 0))
            {
                Write(line, Left, y, Small);
                y += Small * 1.5;
            }
            _y = Math.Max(_y, y);
        }

        private List<string> Broken(string text, double size, double indent) => LineBreaks.Break(text, Width, indent, piece => type.Measure(_canvas, piece, size));

        private void Write(string text, double x, double y, double size) => type.Write(_canvas, text, new PdfPoint(x, Up(y)), size);

        // Paper is measured from above, PDF from below.
        private static double Up(double y) => PageHeight - y;
    }
}
