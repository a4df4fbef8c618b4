namespace Yiwang.Acceptance.Delivery;

/// <summary>The addresses of choosing the delivery.</summary>
internal static class DeliveryRoutes
{
    /// <summary>Of the page of a case or bundle.</summary>
    internal static string Of(string page) => $"{page}/delivery";
}
