using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Personal;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Identity;

/// <summary>Keeps the accounts, each with the key by which its holder's identity card finds it.</summary>
internal sealed class PersonStore(YiwangDb db, PersonalSeal seal, IdentityErrorDescriber? describer = null) : UserOnlyStore<Person, YiwangDb>(db, describer)
{
    public override Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken = default)
    {
        Key(user, seal);
        return base.CreateAsync(user, cancellationToken);
    }

    public override Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken = default)
    {
        Key(user, seal);
        return base.UpdateAsync(user, cancellationToken);
    }

    internal static void Key(Person user, PersonalSeal seal) => user.ResidentKey = user.ResidentId.Value.Length > 0 ? seal.LookUp(user.ResidentId.Value) : null;
}

/// <summary>Gives accounts from before there were keys theirs, when the platform starts.</summary>
internal sealed class KeyAccounts(YiwangDb db, PersonalSeal seal) : IStartTask
{
    public async Task Run(CancellationToken stop)
    {
        var without = await db.Set<Person>().Where(p => p.ResidentKey == null && p.Kind == PersonKind.Resident).ToListAsync(stop);
        foreach (var person in without) PersonStore.Key(person, seal);
        await db.SaveChangesAsync(stop);
    }
}
