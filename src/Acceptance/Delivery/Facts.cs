using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Delivery;

/// <summary>The applicant chose how to get the result: collected at a service point, or sent (<paramref name="Point"/> null).</summary>
[Fact("acceptance.delivery-chosen")]
public sealed record DeliveryChosen(string? Point, string? PointName);
