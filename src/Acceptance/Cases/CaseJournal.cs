using Yiwang.Exchange;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Cases;

/// <summary>How cases stand in the journal.</summary>
internal static class CaseJournal
{
    /// <summary>The stream of a case.</summary>
    internal static string Stream(this Case found) => $"case/{found.Number.Value}";

    /// <summary>Asks the exchange to tell the deciding system something.</summary>
    internal static void Tell(this Journal journal, Case about, string type, int? submission = null) =>
        journal.Append(about.Stream(), new MessageRequested(about.System, about.Number, type, about.Item, submission));
}
