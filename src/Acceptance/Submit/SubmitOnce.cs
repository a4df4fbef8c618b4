using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Submit;

/// <summary>That a client has submitted under an Idempotency-Key, and what came of it.</summary>
internal sealed record SubmissionKey(string Client, string Key, string RequestHash, CaseNumber Case, DateTimeOffset At);

internal sealed class SubmissionKeyMap : IEntityTypeConfiguration<SubmissionKey>
{
    public void Configure(EntityTypeBuilder<SubmissionKey> builder)
    {
        builder.ToTable("acceptance_submission_keys");
        builder.HasKey(k => new { k.Client, k.Key });
        builder.Property(k => k.Client).HasMaxLength(96);
        builder.Property(k => k.Key).HasMaxLength(SubmitOnceHandler.KeyMaxLength);
        builder.Property(k => k.RequestHash).HasMaxLength(64);
    }
}

/// <summary>Submits under an Idempotency-Key: however often the request comes, there is one case. The key commits with the case.</summary>
internal sealed class SubmitOnceHandler(YiwangDb db, CurrentActor actor, TimeProvider clock)
{
    internal const int KeyMaxLength = 128;

    /// <param name="key">The key.</param>
    /// <param name="request">What is handed in, as text: under the same key it is the same.</param>
    /// <param name="prepare">Adds the case, or bundle, to the context and gives its number.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome<CaseNumber>> Run(string? key, string request, Func<Task<Outcome<CaseNumber>>> prepare, CancellationToken stop)
    {
        if (key is not { Length: > 0 and <= KeyMaxLength })
            return new Refusal(RefusalKind.Malformed, "idempotency-key-missing", $"请在请求头 Idempotency-Key 中给出不超过 {KeyMaxLength} 个字符的唯一键，重发同一申请时使用同一个键。");
        var client = actor.Actor.JournalName;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request)));
        var prepared = await prepare();
        // A repeated request is answered as the first was, whatever has changed since.
        if (!prepared.IsDone) return await Known(client, key, hash, stop) ?? prepared.Refusal;
        db.Add(new SubmissionKey(client, key, hash, prepared.Value, clock.GetUtcNow()));
        if ((await db.TrySave(stop)).IsDone) return prepared.Value;

        // The key is there already: the request was repeated, or came twice at once and the other was first.
        db.ChangeTracker.Clear();
        return await Known(client, key, hash, stop) ?? Saving.SomebodyWasFirst;
    }

    private async Task<Outcome<CaseNumber>?> Known(string client, string key, string hash, CancellationToken stop)
    {
        if (await db.Set<SubmissionKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Client == client && k.Key == key, stop) is not { } known) return null;
        return known.RequestHash == hash ? known.Case
            : new Refusal(RefusalKind.Conflict, "idempotency-key-reused", $"这个 Idempotency-Key 已用于另一份申请（办件编号 {known.Case.Value}）。新的申请请使用新的键。");
    }
}
