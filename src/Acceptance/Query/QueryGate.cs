using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Query;

/// <summary>Lets each address ask after cases without signing in so often, so that nobody can try out numbers.</summary>
internal sealed class QueryGate() : AddressGate(Most)
{
    /// <summary>How many an hour.</summary>
    internal const int Most = 30;
}
