using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Corrections;

/// <summary>Lets each address report a few errors an hour.</summary>
internal sealed class ReportGate() : AddressGate(Most)
{
    /// <summary>How many an hour.</summary>
    internal const int Most = 5;
}
