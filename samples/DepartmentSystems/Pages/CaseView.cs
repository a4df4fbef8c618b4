using DepartmentSystems.Receive;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Pages;

/// <summary>All that is known of one case.</summary>
public sealed record CaseView(CaseRecord Case, IReadOnlyList<MaterialRecord> Materials, IReadOnlyList<HistoryEntry> History, IReadOnlyList<InboundMessage> Received, IReadOnlyList<Reply> Replies)
{
    /// <summary>What the fields are called on the applicant's form, as the platform last said.</summary>
    public IReadOnlyList<FieldPart> FormFields => Received.Where(m => m is { State: InboundState.Processed, Type: MessageTypes.Dispatched or MessageTypes.Corrected })
        .Select(MessageData.Read).LastOrDefault() switch
    {
        MessageData.Dispatched { FormFields: { } fields } => fields,
        MessageData.Corrected { FormFields: { } fields } => fields,
        _ => [],
    };

    public static Task<CaseView?> Load(DepartmentSystem system, string number, CancellationToken stop) => system.Read(async db =>
        await db.Cases.FindAsync([number], stop) is { } found
            ? new CaseView(found,
                await db.Materials.Where(m => m.Case == number).OrderBy(m => m.Code).ThenBy(m => m.Name).ToListAsync(stop),
                await db.History.Where(h => h.Case == number).OrderByDescending(h => h.Id).ToListAsync(stop),
                await db.Inbound.Where(m => m.Case == number).OrderBy(m => m.Sequence).ToListAsync(stop),
                await db.Replies.Where(r => r.Case == number).OrderBy(r => r.Sequence).ToListAsync(stop))
            : null);
}
