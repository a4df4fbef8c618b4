using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Catalogue;
using Yiwang.Documents;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Submit;

/// <summary>A material as a channel names it.</summary>
/// <param name="Code">M01 …, or the name of a file field of the form.</param>
/// <param name="MaterialId">What the upload answered.</param>
internal sealed record MaterialChoice(string? Code, Guid MaterialId);

/// <summary>A material that an item asks for, whether the item's list or a file field of its form names it.</summary>
public sealed record MaterialNeed(string Code, string Name, bool Required, string Form, string Source, bool MayFollow, bool MayCommit = false, string Basis = "", string Notes = "");

/// <summary>Checks the materials of a submission: all that are required are there, each is known, one's own, and within the limits.</summary>
internal sealed class MaterialCheck(IMaterials materials, CurrentActor actor)
{
    /// <summary>What an item asks for. The application form itself is filled in here, so it is not asked for again.</summary>
    internal static IReadOnlyList<MaterialNeed> Needs(ServiceItem item, FormDefinition form) =>
    [
        .. item.Materials.Select(m => new MaterialNeed(m.Code, m.Name, m.Required && !(form.Sections.Count > 0 && IsForm(m.Name)), m.Form, m.Source, m.MayFollow, m.MayCommit, m.Basis, m.Notes)),
        .. form.Fields().Where(f => f.Type == "file").Select(f => new MaterialNeed(f.Name, f.Label, f.Required, "电子1份", "申请人自备", false)),
    ];

    /// <summary>The materials with their files, which from now on are kept, or everything that is wrong.</summary>
    /// <param name="needs">What is asked for.</param>
    /// <param name="choices">What is handed in.</param>
    /// <param name="there">Bytes that the case holds already.</param>
    /// <param name="signed">The commitments that stand in for materials; their papers are handed in too.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <param name="reused">Those that were taken over from earlier cases of the applicant, which need not be the actor's own uploads.</param>
    internal async Task<Outcome<IReadOnlyList<SubmittedMaterial>>> Check(
        IReadOnlyList<MaterialNeed> needs, IReadOnlyList<MaterialChoice> choices, long there, IReadOnlyList<SignedCommitment> signed, CancellationToken stop, IReadOnlyDictionary<Guid, string>? reused = null)
    {
        var problems = new List<FieldProblem>();
        choices = [.. choices, .. signed.Select(s => s.Paper).OfType<SubmittedMaterial>().Select(p => new MaterialChoice(p.Code, p.Id))];
        var files = (await materials.Take([.. choices.Select(c => c.MaterialId).Distinct()], stop)).ToDictionary(f => f.Id);
        var byCode = needs.ToDictionary(n => n.Code, StringComparer.Ordinal);
        var submitted = new List<SubmittedMaterial>();
        foreach (var choice in choices)
        {
            if (choice.Code is null || !byCode.TryGetValue(choice.Code, out var need)) problems.Add(new($"materials.{choice.Code}", $"这个事项没有编号为 {choice.Code} 的材料"));
            // Somebody else's file is as good as none: who may not see it does not learn that it exists.
            else if (!files.TryGetValue(choice.MaterialId, out var file) || (file.Owner != actor.Actor.JournalName && reused?.ContainsKey(file.Id) is not true)) problems.Add(new($"materials.{choice.Code}", $"“{need.Name}”引用的文件不存在，请重新上传"));
            else submitted.Add(new(need.Code, signed.FirstOrDefault(s => s.Paper?.Id == file.Id) is null ? need.Name : SignedCommitment.PaperName(need.Name), file.Id, file.FileName, file.ContentType, file.Size, file.Sha256, reused?.GetValueOrDefault(file.Id)));
        }
        foreach (var missing in needs.Where(n => n is { Required: true, MayFollow: false } && submitted.TrueForAll(s => s.Code != n.Code) && signed.All(s => s.Code != n.Code)))
        {
            if (problems.TrueForAll(p => p.Field != $"materials.{missing.Code}")) problems.Add(new($"materials.{missing.Code}", missing.MayCommit ? $"请上传“{missing.Name}”，或者签署告知承诺书代替它" : $"请上传“{missing.Name}”"));
        }
        if (problems.Count > 0) return Refusal.Invalid(problems);
        return there + submitted.Sum(s => s.Size) > MaterialRules.CaseLimit
            ? new Refusal(RefusalKind.TooLarge, "case-too-large", "全部材料合计超过 100 MB，请压缩后再传。", [new("materials", "全部材料合计超过 100 MB，请压缩后再传")])
            : submitted;
    }

    /// <summary>Whether a material is the application form itself (申请书、申请表、登记表).</summary>
    internal static bool IsForm(string name) => Forms.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] Forms = ["申请书", "申请表", "登记表"];
}
