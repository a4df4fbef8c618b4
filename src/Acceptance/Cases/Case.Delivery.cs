using System.Text.Json;
using Yiwang.Acceptance.Delivery;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Cases;

/// <summary>结果送达: how the applicant wants to get the result.</summary>
internal sealed partial class Case
{
    /// <summary>What the applicant chose, JSON; null while nothing: then it is collected where it was handed in.</summary>
    public string? Delivery { get; private set; }

    /// <summary>The service point at which the applicant chose to collect it; null where none was chosen.</summary>
    public string? CollectAt { get; private set; }

    /// <summary>It can be chosen until the result is handed over, as long as there may be one.</summary>
    public bool MayChooseDelivery => HandedOver is null && (State is not CaseState.Closed || HasResult);

    public DeliveryChoice? ReadDelivery() => Delivery is null ? null : JsonSerializer.Deserialize<DeliveryChoice>(Delivery, Journal.Json);

    public Outcome Deliver(DeliveryChoice choice)
    {
        if (!MayChooseDelivery) return HandedOver is not null ? Refused("already-handed-over", "结果已经取走或寄出，不能再改送达方式。") : WrongState("选择送达方式");
        (Delivery, CollectAt) = (JsonSerializer.Serialize(choice, Journal.Json), choice.Point);
        Revision++;
        return Outcome.Done;
    }
}
