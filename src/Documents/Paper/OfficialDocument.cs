using Yiwang.Kernel.Outcomes;

namespace Yiwang.Documents.Paper;

/// <summary>An official document (公文、行政文书) with the words that it has, ready to be set on paper.</summary>
/// <param name="Title">The title, such as 受理通知书; the issuing organ stands above it.</param>
/// <param name="Number">The document's number (发文字号); empty where it has none of its own.</param>
/// <param name="Addressee">To whom it is addressed (主送); empty where to nobody.</param>
/// <param name="Lines">The text.</param>
/// <param name="Issuer">The issuing organ (发文机关), which also signs.</param>
/// <param name="Date">The day of issue (成文日期).</param>
/// <param name="Code">An address that a QR code at the foot leads to; empty for none.</param>
/// <param name="CodeWords">What is written beside the code.</param>
public sealed record OfficialDocument(string Title, string Number, string Addressee, IReadOnlyList<DocumentLine> Lines, string Issuer, DateOnly Date, string Code = "", string CodeWords = "");

/// <summary>A line of an official document.</summary>
/// <param name="Style">How it is set.</param>
/// <param name="Text">What it says.</param>
public sealed record DocumentLine(LineStyle Style, string Text);

/// <summary>How a line of an official document is set.</summary>
public enum LineStyle
{
    /// <summary>A paragraph, indented by two characters.</summary>
    Paragraph,

    /// <summary>An entry of a list with its number, indented by two characters.</summary>
    Entry,

    /// <summary>A line that begins at the margin, such as a name with its value.</summary>
    Plain,

    /// <summary>An empty line to write on, with what is to be written before it.</summary>
    Blank,
}

/// <summary>Sets official documents on paper (版式: GB/T 9704-2012).</summary>
public interface IOfficialPaper
{
    /// <summary>
    /// The document as PDF, the same bytes each time. Refused with <c>no-font</c> where the machine has no Chinese font.
    /// </summary>
    Outcome<byte[]> Print(OfficialDocument document);
}
