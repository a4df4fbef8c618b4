using Yiwang.Kernel.Outcomes;

namespace Yiwang.Identity.Accounts;

/// <summary>An account (账户) as an administrator describes it.</summary>
/// <param name="Kind"><c>resident</c> (居民), <c>agent</c> (企业经办人) or <c>official</c> (工作人员).</param>
/// <param name="Name">The name with which the person signs in.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="ResidentId">The resident ID; of residents and agents.</param>
/// <param name="Phone">A mobile phone; of residents and agents.</param>
/// <param name="Company">The social credit code of the agent's company.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="Region">The region in which an official serves.</param>
/// <param name="Department">An official's department such as <c>SCJG@330203</c>; <c>*@330203</c> for all of a region; none for the staff of a service centre.</param>
/// <param name="ServicePoint">The service point of a window official.</param>
/// <param name="Posts">An official's posts: <c>window</c>, <c>handler</c>, <c>operator</c>.</param>
public sealed record NewAccount(
    string? Kind, string? Name, string? FullName, string? ResidentId = null, string? Phone = null, string? Company = null, string? CompanyName = null,
    string? Region = null, string? Department = null, string? ServicePoint = null, IReadOnlyList<string>? Posts = null);

/// <summary>An account as it is listed: no personal number.</summary>
/// <param name="Name">The name with which the person signs in.</param>
/// <param name="Kind">What kind of person it is.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="Region">The region in which an official serves; empty for others.</param>
/// <param name="Posts">An official's posts.</param>
/// <param name="Locked">Whether nobody can sign in with it now.</param>
public sealed record AccountLine(string Name, string Kind, string FullName, string Region, string Posts, bool Locked);

/// <summary>What an administrator does with accounts. Every act is journalled, without personal data.</summary>
public interface IAccounts
{
    /// <summary>Adds an account; refused with everything that is wrong.</summary>
    Task<Outcome> Add(NewAccount account, string password, CancellationToken stop);

    /// <summary>All accounts by name.</summary>
    Task<IReadOnlyList<AccountLine>> List(CancellationToken stop);

    /// <summary>Locks an account until it is unlocked, or unlocks it.</summary>
    Task<Outcome> Lock(string name, bool locked, CancellationToken stop);
}
