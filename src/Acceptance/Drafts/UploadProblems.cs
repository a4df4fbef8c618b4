using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Drafts;

/// <summary>
/// What can go wrong with an upload from a page. The redirect back carries only the code: words in an address could be anybody's.
/// </summary>
internal static class UploadProblems
{
    internal const string NoFile = "no-file";
    internal const string CaseTooLarge = "case-too-large";
    internal const string Gone = "paper-gone";

    internal static Refusal Of(string material, string code) =>
        new(RefusalKind.Invalid, code, Words(code), [new FieldProblem($"materials.{material}", Words(code))]);

    /// <summary>The problem that an address tells of; null when it tells of none.</summary>
    internal static Refusal? FromQuery(string? material, string? code) => code is { Length: > 0 } ? Of(material ?? "", code) : null;

    private static string Words(string code) => code switch
    {
        NoFile => "请先选择文件，再点上传",
        CaseTooLarge => "全部材料合计超过 100 MB，请压缩后再传",
        Gone => "这份材料已经不能使用，请上传",
        "too-large" => "文件超过 20 MB，请压缩或拆分后再传",
        "empty-file" => "文件是空的，请重新选择",
        "wrong-file-type" => "文件内容不是完整的 PDF、JPEG 或 PNG，请检查能否打开，或另存后再传",
        "infected" => "文件里发现病毒，没有收下。请查杀后重新制作文件再传",
        "scan-unavailable" => "暂时不能检查文件是否安全，请过几分钟再传",
        _ => "没有上传成功，请再试一次",
    };
}
