using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Yiwang.Forms;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Drafts;

/// <summary>
/// What a page showed of a draft, in few characters: a page that is sent tells what it had shown, so that what another window has saved
/// since is not overwritten unseen.
/// </summary>
internal static class DraftMark
{
    /// <summary>The name under which pages send it.</summary>
    internal const string Field = "seen";

    private const int Length = 16;

    internal static string Of(Draft draft, IEnumerable<FormSection> sections)
    {
        var values = draft.ReadForm();
        var shown = new JsonObject(sections.SelectMany(s => s.Fields).Where(f => f.Calculate is null && values[f.Name] is not null).Select(f => KeyValuePair.Create(f.Name, values[f.Name]?.DeepClone())));
        var applicant = string.Join('\n', draft.ApplicantKind, draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToJsonString(Journal.Json) + applicant)))[..Length];
    }

    /// <summary>Whether another window has saved since the page was shown. A page that tells nothing is believed.</summary>
    internal static bool IsStale(string? seen, Draft draft, IEnumerable<FormSection> sections) => seen is { Length: > 0 } && seen != Of(draft, sections);
}
