using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Receive;

/// <summary>
/// Takes replies: proven, each once, in order of the case. The reply's effect, its record and the journal commit together, so a
/// 2xx means that it has taken effect, or will when the one before it comes. Letters that arrive while others are being written
/// wait together and go in one transaction: whoever gets the turn takes all that wait.
/// </summary>
internal sealed class Inbox(IServiceScopeFactory scopes, SenderProof proof, WriterTurns writers, TimeProvider clock) : IExchangeInbox
{
    private const int Tries = 4;
    private const int Most = 64;
    private readonly Lane[] _lanes = [.. Enumerable.Range(0, writers.AtOnce).Select(_ => new Lane())];

    public async Task<Outcome<ReceiptOfMessage>> Receive(ReadOnlyMemory<byte> body, string? signature, CancellationToken stop)
    {
        var proven = await proof.Prove(body, signature, stop);
        if (!proven.IsDone) return proven.Refusal;
        var read = Letter.Read(proven.Value, body.Span);
        if (!read.IsDone) return read.Refusal;

        // Letters about one case meet in one lane, so that they never race one another on this node.
        var letter = read.Value;
        var lane = _lanes[(uint)letter.About.GetHashCode() % _lanes.Length];
        lane.Waiting.Enqueue(letter);
        await lane.Turn.WaitAsync(stop);
        try
        {
            // What is taken is not the caller's alone: it goes on when the caller hangs up.
            while (letter is { Answer: null, Fault: null }) await TakeAll(lane);
        }
        finally
        {
            lane.Turn.Release();
        }
        if (letter.Fault is { } fault) ExceptionDispatchInfo.Throw(fault);
        return letter.Answer!;
    }

    private async Task TakeAll(Lane lane)
    {
        var letters = new List<Letter>();
        while (letters.Count < Most && lane.Waiting.TryDequeue(out var letter)) letters.Add(letter);
        if (letters.Count > 1 && await Try(letters)) return;
        foreach (var letter in letters) await TakeOne(letter);
    }

    /// <summary>Takes several in one transaction; false when they have to go one by one.</summary>
    private async Task<bool> Try(List<Letter> letters)
    {
        try
        {
            await Write(letters);
            return true;
        }
        catch (Exception)
        {
            // One of them, or a race with another node, spoils it for all: each is tried by itself, and only the one at fault fails.
            return false;
        }
    }

    private async Task TakeOne(Letter letter)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Write([letter]);
                return;
            }
            catch (DbUpdateException exception) when (attempt < Tries && (exception is DbUpdateConcurrencyException || Dialect.IsUniqueViolation(exception)))
            {
                // Another message about the same case came at the same moment on another node; what it changed is read anew.
            }
            catch (Exception exception)
            {
                letter.Fault = exception;
                return;
            }
        }
    }

    private async Task Write(List<Letter> letters)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answers = await ActivatorUtilities.CreateInstance<InboxTransaction>(scope.ServiceProvider).Run(letters, clock.GetUtcNow(), default);
        for (var i = 0; i < letters.Count; i++) letters[i].Answer = answers[i];
    }

    private sealed class Lane
    {
        internal ConcurrentQueue<Letter> Waiting { get; } = new();
        internal SemaphoreSlim Turn { get; } = new(1, 1);
    }
}
