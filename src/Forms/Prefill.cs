using System.Text.Json.Nodes;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms;

/// <summary>Fills in what the platform knows from the sign-in, and says from where.</summary>
public static class Prefill
{
    /// <summary>Where a prefilled value came from, as the person reads it; null when the field is not prefilled.</summary>
    public static string? Source(FormField field, Actor actor) => Value(field, actor) is null ? null : "来自您的登录账户，可修改";

    /// <summary>The values of all fields that can be prefilled.</summary>
    public static JsonObject For(FormDefinition form, Actor actor)
    {
        var values = new JsonObject();
        // An official who fills in for somebody else is not the applicant.
        if (actor.Kind != Actor.ApplicantKind) return values;
        foreach (var field in form.Fields())
        {
            if (Value(field, actor) is { Length: > 0 } value) values[field.Name] = value;
        }
        return values;
    }

    private static string? Value(FormField field, Actor actor) => field.Prefill switch
    {
        "login.name" or "RK.姓名" when !actor.ForCompany => actor.DisplayName,
        "login.idno" => actor.PersonNumber,
        "login.mobile" => actor.Phone,
        "login.uscc" when actor.ForCompany => actor.PartyNumber,
        "FR.名称" when actor.ForCompany => actor.DisplayName,
        "RK.性别" when !actor.ForCompany && ResidentId.TryParse(actor.PersonNumber, null, out var id) => id.IsMale ? "男" : "女",
        _ => null,
    };
}
