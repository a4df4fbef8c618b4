using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Delivery;

/// <summary>How an applicant wants to get the result (送达方式): collected at a service point, or sent by courier.</summary>
/// <param name="Point">The service point at which it is collected; null where it is sent.</param>
/// <param name="PointName">Its name.</param>
/// <param name="SendTo">To whom it is sent; null where it is collected.</param>
public sealed record DeliveryChoice(string? Point, string? PointName, SendAddress? SendTo)
{
    /// <summary>In words, without the address.</summary>
    public string Words => SendTo is null ? $"到{PointName}领取" : "快递送达";
}

/// <summary>Where a parcel goes.</summary>
/// <param name="Name">Who takes it in.</param>
/// <param name="Phone">The phone of who takes it in.</param>
/// <param name="Address">The whole address.</param>
public sealed record SendAddress(string Name, string Phone, string Address)
{
    /// <summary>The longest address, in characters.</summary>
    public const int AddressMaxLength = 160;

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    internal IReadOnlyList<FieldProblem> Problems()
    {
        var problems = new List<FieldProblem>();
        if (Name.Length is 0 or > Applicant.NameMaxLength) problems.Add(new("sendName", "请填写收件人姓名"));
        if (!Applicant.IsPhone(Phone)) problems.Add(new("sendPhone", "请填写收件人的手机号码（11 位）或带区号的固定电话"));
        if (Address.Length < 6) problems.Add(new("sendAddress", "请填写完整的收件地址，写到门牌号"));
        else if (Address.Length > AddressMaxLength) problems.Add(new("sendAddress", $"收件地址请控制在 {AddressMaxLength} 字以内"));
        return problems;
    }
}
