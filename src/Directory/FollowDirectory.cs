using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Directory;

/// <summary>Forgets the directory when any node has imported it.</summary>
internal sealed class FollowDirectory(DirectoryBook book, Generations generations, IServiceScopeFactory scopes) : ForgetfulFollower(scopes)
{
    public override IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<DirectoryImported>()];

    protected override ValueTask Forget(CancellationToken stop)
    {
        book.Forget();
        generations.Raise(Generations.Directory);
        return ValueTask.CompletedTask;
    }
}
