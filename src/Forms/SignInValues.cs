using System.Text.Json.Nodes;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms;

/// <summary>What the sign-in says of the applicant, and what the identity number says by itself (GB 11643: birth date and sex).</summary>
internal sealed class SignInValues(CurrentActor actor) : IKnownValues
{
    private const string FromSignIn = "来自您的登录账户", FromWindow = "来自收件时登记的申请人信息";

    public ValueTask<IReadOnlyDictionary<string, KnownValue>> Of(Actor subject, IReadOnlySet<string> keys, CancellationToken stop)
    {
        var known = new Dictionary<string, KnownValue>(StringComparer.Ordinal);
        // An official who receives for somebody is not the applicant.
        if (subject.Kind != Actor.ApplicantKind) return new(known);
        foreach (var key in keys)
        {
            if (Value(key, subject) is { } value) known[key] = new(value, actor.Actor.Kind == Actor.OfficialKind ? FromWindow : FromSignIn);
        }
        return new(known);
    }

    private static JsonNode? Value(string key, Actor subject) => key switch
    {
        "login.name" or "RK.姓名" when !subject.ForCompany => subject.DisplayName,
        "login.idno" => subject.PersonNumber,
        "login.mobile" => subject.Phone,
        "login.uscc" when subject.ForCompany => subject.PartyNumber,
        "FR.名称" when subject.ForCompany => subject.DisplayName,
        "login" when !subject.ForCompany => new JsonObject { ["name"] = subject.DisplayName, ["idNo"] = subject.PersonNumber, ["mobile"] = subject.Phone },
        "FR" when subject.ForCompany => new JsonObject { ["name"] = subject.DisplayName, ["uscc"] = subject.PartyNumber },
        "RK.性别" when !subject.ForCompany && ResidentId.TryParse(subject.PersonNumber, null, out var id) => id.IsMale ? "男" : "女",
        _ => null,
    };
}
