using Microsoft.EntityFrameworkCore;
using Yiwang.Exchange;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Cases;

/// <summary>How cases stand in the journal.</summary>
internal static class CaseJournal
{
    private const string Prefix = "case/";

    /// <summary>The stream of a case.</summary>
    internal static string Stream(this Case found) => Stream(found.Number);

    /// <summary>The stream of a case by its number.</summary>
    internal static string Stream(CaseNumber number) => $"{Prefix}{number.Value}";

    /// <summary>The cases that entries tell of, for readers of the journal.</summary>
    internal static async Task<IReadOnlyList<(JournalEntry Entry, Case Found)>> CasesOf(this YiwangDb db, IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var told = entries.Select(e => (Entry: e, Number: CaseNumber.Parse(e.Stream[Prefix.Length..], null))).ToList();
        var numbers = told.Select(t => t.Number).Distinct().ToList();
        var cases = await db.Set<Case>().AsNoTracking().Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, stop);
        return [.. told.Select(t => (t.Entry, cases[t.Number]))];
    }

    /// <summary>Asks the exchange to tell the deciding system something.</summary>
    internal static void Tell(this Journal journal, Case about, string type, int? submission = null) =>
        journal.Append(about.Stream(), new MessageRequested(about.System, about.Number, type, about.Item, submission));
}
