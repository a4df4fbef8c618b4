using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Catalogue;
using Yiwang.Documents;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Sheets;

namespace Yiwang.Acceptance.Batches;

/// <summary>A batch with what its page shows.</summary>
internal sealed record OpenBatch(BatchApplication Batch, ItemOffer Offer, FormDefinition Form, IReadOnlyList<MaterialNeed> Needs)
{
    /// <summary>The materials that are still to be handed in.</summary>
    internal IReadOnlyList<MaterialNeed> Missing => [.. Needs.Where(n => n is { Required: true, MayFollow: false } && Batch.ReadMaterials().TrueForAll(m => m.Code != n.Code))];
}

/// <summary>Begins batches, reads their files and hands them in. Only the owner's own are ever found.</summary>
internal sealed class BatchDesk(YiwangDb db, ICatalogue catalogue, IForms forms, IMaterials materials, MaterialCheck materialCheck, CurrentActor actor, TimeProvider clock)
{
    internal async Task<Outcome<BatchApplication>> Begin(ItemCode item, RegionCode region, CancellationToken stop)
    {
        var offered = await catalogue.Offer(item, region, stop);
        if (!offered.IsDone) return offered.Refusal;
        var me = actor.Actor;
        if (me.Delegation is not null) return new Refusal(RefusalKind.Forbidden, "delegated", "批量申请由本人或单位自己办理，不能受托办理。", [new("regionCode", "批量申请不能受托办理")]);
        if (BatchColumns.Problem(await forms.Of(item, stop)) is { } problem) return Refusal.Invalid([new("regionCode", problem)]);
        if (me.ForCompany && !offered.Value.Item.ForCompanies) return Refusal.Invalid([new("regionCode", "这个事项只面向个人，请用个人账户申请")]);
        if (me.Phone is not { Length: > 0 } || me.PartyNumber is not { Length: > 0 }) return Refusal.Invalid([new("regionCode", "账户里没有联系电话，请先补全")]);
        var batch = new BatchApplication
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Owner = me.JournalName, Item = item, ItemName = offered.Value.Item.Name, Region = region, ApplicantKind = me.ForCompany ? Applicant.Company : Applicant.Person,
            ApplicantName = me.DisplayName, ApplicantNumber = me.PartyNumber, ApplicantPhone = me.Phone, BegunAt = clock.GetUtcNow(),
        };
        db.Add(batch);
        await db.SaveChangesAsync(stop);
        return batch;
    }

    internal async Task<OpenBatch?> Open(Guid id, CancellationToken stop)
    {
        if (await db.Set<BatchApplication>().FindAsync([id], stop) is not { } batch || batch.Owner != actor.Actor.JournalName) return null;
        var offered = await catalogue.Offer(batch.Item, batch.Region, stop);
        if (!offered.IsDone) return null;
        var form = await forms.Of(batch.Item, stop);
        return new(batch, offered.Value, form, MaterialCheck.Needs(offered.Value.Item, form));
    }

    /// <summary>Keeps the materials that every row hands in; those that are sent anew take the place of the old.</summary>
    internal async Task<Outcome> KeepMaterials(OpenBatch open, IFormFileCollection files, CancellationToken stop)
    {
        var stored = await materials.Store(open.Needs, files, stop);
        if (!stored.IsDone) return stored.Refusal;
        var taken = await materialCheck.Check([.. open.Needs.Select(n => n with { Required = false })], stored.Value, there: 0, [], stop);
        if (!taken.IsDone) return taken.Refusal;
        open.Batch.Materials = System.Text.Json.JsonSerializer.Serialize(open.Batch.ReadMaterials().Where(m => taken.Value.All(t => t.Code != m.Code)).Concat(taken.Value), Journal.Json);
        return await db.TrySave(stop);
    }

    /// <summary>Reads a file in place of the rows that are not handed in yet. What is wrong with a row is kept with it; only a file that cannot be read at all is refused.</summary>
    internal async Task<Outcome> Load(OpenBatch open, byte[] content, CancellationToken stop)
    {
        if (open.Batch.State is not BatchState.Open) return new Refusal(RefusalKind.Conflict, "batch-running", "这批申请正在提交，不能再换文件。");
        var columns = BatchColumns.Of(open.Form);
        if (Sheet(content) is not { } sheet) return Refusal.Invalid([new("file", "读不懂这个文件，请用模板另存为 XLSX 或 CSV 后再传")]);
        var titles = columns.Select(c => c.Title).ToList();
        if (sheet.HeaderProblems([.. columns.Where(c => c.Field.Required).Select(c => c.Title)], titles).ToList() is { Count: > 0 } problems) return Refusal.Invalid([.. problems.Take(20).Select(p => new FieldProblem("file", $"{p.Where}：{p.Message}"))]);
        var rows = sheet.Filled.ToList();
        if (rows.Count == 0) return Refusal.Invalid([new("file", "文件里没有填写任何一行")]);
        if (rows.Count > BatchApplication.RowsMax) return Refusal.Invalid([new("file", $"一批最多 {BatchApplication.RowsMax} 行，现有 {rows.Count} 行，请分成几批")]);
        await using var transaction = await db.BeginWrite(stop);
        var done = (await db.Set<BatchRow>().AsNoTracking().Where(r => r.Batch == open.Batch.Id && r.State == BatchRowState.Submitted).Select(r => r.Number).ToListAsync(stop)).ToHashSet();
        await db.Set<BatchRow>().Where(r => r.Batch == open.Batch.Id && r.State != BatchRowState.Submitted).ExecuteDeleteAsync(stop);
        foreach (var row in rows.Where(r => !done.Contains(r.Number)))
        {
            var values = BatchColumns.Values(columns, column => row[sheet.Column(column.Title)]);
            var check = forms.Check(open.Form, values);
            db.Add(new BatchRow
            {
                Batch = open.Batch.Id, Number = row.Number, Values = (check.Problems.Count == 0 ? check.Values : values).ToJsonString(Journal.Json),
                Problems = check.Problems.Count == 0 ? null : string.Join('\n', check.Problems.Select(p => p.Message)), State = check.Problems.Count == 0 ? BatchRowState.Ready : BatchRowState.Wrong,
            });
        }
        var saved = await db.TrySave(stop);
        if (saved.IsDone) await transaction.Commit(stop);
        return saved;
    }

    /// <summary>Lets the rows that are right be handed in; those that are wrong stay, to be mended and sent again.</summary>
    internal async Task<Outcome> Submit(OpenBatch open, CancellationToken stop)
    {
        if (open.Batch.State is BatchState.Running) return Outcome.Done;
        if (open.Missing.Count > 0) return Refusal.Invalid([.. open.Missing.Select(m => new FieldProblem($"materials.{m.Code}", $"请上传“{m.Name}”"))]);
        if (!await db.Set<BatchRow>().AnyAsync(r => r.Batch == open.Batch.Id && r.State == BatchRowState.Ready, stop)) return new Refusal(RefusalKind.Conflict, "nothing-ready", "没有可以提交的行，请先上传填好的文件。");
        open.Batch.State = BatchState.Running;
        return await db.TrySave(stop);
    }

    private static Sheet? Sheet(byte[] content)
    {
        var sheets = content.AsSpan().StartsWith("PK"u8) ? ReadWorkbook.Read(content) : content.Length > 0 ? ReadCsv.Read(content) : null;
        return sheets is not { Count: > 0 } ? null : sheets.FirstOrDefault(s => s.Name == BatchTemplate.SheetName) ?? sheets[0];
    }
}
