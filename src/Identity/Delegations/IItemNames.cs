namespace Yiwang.Identity.Delegations;

/// <summary>Asked of whoever knows the catalogue, which is no room below: what is an item called?</summary>
public interface IItemNames
{
    /// <summary>The name of an item that is in force; null when there is none of this code.</summary>
    ValueTask<string?> Name(string code, CancellationToken stop);
}
