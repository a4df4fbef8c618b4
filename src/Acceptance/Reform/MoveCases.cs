using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Joint;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Reform;

/// <summary>
/// When the directory has changed, open cases follow their departments: a renamed one gets its new name, the cases of one that is gone go to the one that
/// continues it (行政诉讼法 26: 继续行使其职权的行政机关). The system that handles a case stays the same and is told. In the transaction of the checkpoint.
/// </summary>
internal sealed class MoveCases(YiwangDb db, Journal journal, IDirectory directory) : IJournalReader
{
    public static string Name => "acceptance.move-cases";

    public static IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<DirectoryImported>()];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var named = await db.Set<Case>().Where(c => c.State != CaseState.Closed).Select(c => new { c.Department, c.DepartmentName }).Distinct().ToListAsync(stop);
        foreach (var old in named)
        {
            if (await directory.Continues(old.Department, stop) is not { } now || (now.Code == old.Department && now.Name == old.DepartmentName)) continue;
            foreach (var found in await db.Set<Case>().Where(c => c.State != CaseState.Closed && c.Department == old.Department && c.DepartmentName == old.DepartmentName).ToListAsync(stop))
            {
                found.MoveTo(now.Code, now.Name);
                journal.Append(found.Stream(), new CaseMoved(old.DepartmentName, now.Code, now.Name));
                journal.Tell(found, MessageTypes.DepartmentChanged);
            }
        }
        var asked = await db.Set<DepartmentOpinion>().Where(o => o.State == OpinionState.Waiting || o.State == OpinionState.Asked).ToListAsync(stop);
        foreach (var opinion in asked)
        {
            if (await directory.Continues(opinion.Department, stop) is { } now && (now.Code != opinion.Department || now.Name != opinion.DepartmentName)) opinion.MoveTo(now.Code, now.Name);
        }
    }
}
