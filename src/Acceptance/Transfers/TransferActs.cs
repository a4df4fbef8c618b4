using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Transfers;

/// <summary>Packs papers and results, hands them over and takes them in (物料流转).</summary>
internal sealed class TransferActs(YiwangDb db, Journal journal, ReadyToTravel ready, CurrentActor actor, TimeProvider clock)
{
    /// <summary>打包: the chosen cases of a parcel become a slip with the sender's next number.</summary>
    internal async Task<Outcome<Guid>> Pack(TransferKind kind, string from, string to, IFormCollection posted, CancellationToken stop)
    {
        if ((await ready.All(stop)).FirstOrDefault(p => p.Kind == kind && p.From.Code == from && p.To.Code == to) is not { } parcel) return Refusal.NotFound("要打包的办件");
        var chosen = parcel.Cases.Where(c => posted["case"].Contains(c.Number.Value, StringComparer.Ordinal)).ToList();
        if (chosen.Count == 0) return Refusal.Invalid([new("case", "请至少选择一个办件")]);
        var (problems, lines) = (new List<FieldProblem>(), new List<(Case Found, string What, int Copies)>());
        foreach (var one in chosen)
        {
            var what = posted[$"what.{one.Number.Value}"].ToString().Trim();
            if (what.Length is 0 or > TransferLine.WhatMaxLength) problems.Add(new($"what.{one.Number.Value}", $"请写明办件 {one.Number.Value} 的信封里有什么（{TransferLine.WhatMaxLength} 字以内）"));
            if (!int.TryParse(posted[$"copies.{one.Number.Value}"], NumberStyles.None, CultureInfo.InvariantCulture, out var copies) || copies is < 1 or > 999) problems.Add(new($"copies.{one.Number.Value}", $"办件 {one.Number.Value} 的份数应为 1 至 999"));
            else lines.Add((one, what, copies));
        }
        if (problems.Count > 0) return Refusal.Invalid(problems);
        // What did not come with an earlier slip is sent again.
        var numbers = lines.ConvertAll(l => l.Found.Number);
        var lost = await db.Set<TransferLine>().Where(l => numbers.Contains(l.Case) && l.Kind == kind && l.Missing).GroupBy(l => l.Case).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWrite(stop);
        var slip = new TransferSlip
        {
            Id = Guid.CreateVersion7(now), Number = await Number(parcel.From, now, stop), Kind = kind, From = parcel.From.Code, FromName = parcel.From.Name, FromRegion = parcel.From.Region,
            To = parcel.To.Code, ToName = parcel.To.Name, ToRegion = parcel.To.Region, PackedBy = actor.Actor.DisplayName, PackedAt = now,
        };
        db.Add(slip);
        db.AddRange(lines.Select(l => new TransferLine { Slip = slip.Id, Case = l.Found.Number, Kind = kind, ItemName = l.Found.ItemName, What = l.What, Copies = l.Copies, Attempt = lost.GetValueOrDefault(l.Found.Number) + 1 }));
        var saved = await db.TrySave(stop);
        if (!saved.IsDone) return saved.Refusal;
        await transaction.Commit(stop);
        return slip.Id;
    }

    /// <summary>拆单: what was packed can be packed otherwise.</summary>
    internal async Task<Outcome> Unpack(TransferSlip slip, CancellationToken stop)
    {
        var may = slip.MayUnpack();
        if (!may.IsDone) return may;
        db.RemoveRange(await Lines(slip, stop));
        db.Remove(slip);
        return await db.TrySave(stop);
    }

    internal async Task<Outcome> HandOver(TransferSlip slip, string? carrier, CancellationToken stop)
    {
        var outcome = slip.HandOver(actor.Actor.DisplayName, carrier, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        var lines = await Lines(slip, stop);
        journal.Append(slip.Stream, new TransferHandedOver(slip.Number, Code(slip.Kind), slip.From, slip.To, lines.Count));
        foreach (var line in lines) Moved(slip, line, "sent");
        return await db.TrySave(stop);
    }

    /// <param name="slip">The slip.</param>
    /// <param name="missing">The numbers of the cases that had not come.</param>
    /// <param name="remark">What the receiver has to say.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> Receive(TransferSlip slip, IReadOnlyCollection<string?> missing, string? remark, CancellationToken stop)
    {
        var lines = await Lines(slip, stop);
        foreach (var line in lines) line.Missing = missing.Contains(line.Case.Value, StringComparer.Ordinal);
        var outcome = slip.Receive(actor.Actor.DisplayName, lines.Count(l => l.Missing), remark, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(slip.Stream, new TransferReceived(slip.Number, slip.Missing));
        foreach (var line in lines) Moved(slip, line, line.Missing ? "missing" : "received");
        return await db.TrySave(stop);
    }

    /// <summary>The slip, if this official sends or receives it.</summary>
    internal async Task<TransferSlip?> Find(Guid id, CancellationToken stop) => await db.Set<TransferSlip>().FindAsync([id], stop) is { } slip && (IsSender(slip) || IsReceiver(slip)) ? slip : null;

    internal bool IsSender(TransferSlip slip) => TransferPlace.Is(actor.Actor, slip.From, slip.FromRegion);

    internal bool IsReceiver(TransferSlip slip) => TransferPlace.Is(actor.Actor, slip.To, slip.ToRegion);

    internal Task<List<TransferLine>> Lines(TransferSlip slip, CancellationToken stop) => db.Set<TransferLine>().Where(l => l.Slip == slip.Id).OrderBy(l => l.Case).ToListAsync(stop);

    private void Moved(TransferSlip slip, TransferLine line, string step) => journal.Append(CaseJournal.Stream(line.Case), new PapersMoved(slip.Number, Code(slip.Kind), step, slip.FromName, slip.ToName));

    private static string Code(TransferKind kind) => kind is TransferKind.Papers ? "papers" : "results";

    private async Task<string> Number(TransferPlace from, DateTimeOffset now, CancellationToken stop)
    {
        var year = WorkCalendar.DayInNingbo(now).Year;
        var given = await db.Database.SqlQuery<int>($"""
            insert into acceptance_transfer_series ("from", year, given) values ({from.Code}, {year}, 1)
            on conflict ("from", year) do update set given = acceptance_transfer_series.given + 1
            returning given
            """).ToListAsync(stop);
        return string.Create(CultureInfo.InvariantCulture, $"{from.Name}流转〔{year}〕{given[0]}号");
    }
}
