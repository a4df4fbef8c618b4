using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Directory;

/// <summary>Forgets the directory when any node has imported it.</summary>
internal sealed class FollowDirectory(DirectoryBook book, Generations generations, IServiceScopeFactory scopes) : IJournalFollower
{
    public IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<DirectoryImported>()];

    public async Task<long> Begin(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var end = await JournalEnd.Settled(scope.ServiceProvider.GetRequiredService<YiwangDb>(), stop);
        Forget();
        return end;
    }

    public Task Follow(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        Forget();
        return Task.CompletedTask;
    }

    private void Forget()
    {
        book.Forget();
        generations.Raise(Generations.Directory);
    }
}
