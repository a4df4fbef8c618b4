using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Yiwang.Identity.SignIn;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Identity.Kiosk;

/// <summary>Signing in at a kiosk (自助机) by identity card.</summary>
public interface ICardSignIn
{
    /// <summary>The key of the readers (<c>Kiosk:ReaderKey</c>); null where none is set, and then nobody signs in by card.</summary>
    string? ReaderKey { get; }

    /// <summary>
    /// Signs in whose card was read, for a short while and at that service point. Refused with <c>card-unproven</c>, <c>card-too-old</c> or <c>card-wrong</c>.
    /// </summary>
    Task<Outcome> SignIn(HttpContext http, CardReading reading, string servicePoint, CancellationToken stop);
}

/// <summary>The nonces of readings that were used, for as long as a reading holds.</summary>
internal sealed class UsedReadings(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    /// <summary>Whether this is the first time.</summary>
    internal bool Take(string nonce)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, at) in _used) if (now - at > CardSignIn.Holds * 2) _used.TryRemove(old, out _);
        return _used.TryAdd(nonce, now);
    }
}

internal sealed class CardSignIn(SignInManager<Person> signIn, YiwangDb db, Journal journal, PersonalSeal seal, UsedReadings used, IConfiguration configuration, TimeProvider clock) : ICardSignIn
{
    /// <summary>How long a reading holds.</summary>
    internal static readonly TimeSpan Holds = TimeSpan.FromSeconds(60);

    /// <summary>The longest that somebody stands at a kiosk.</summary>
    private static readonly TimeSpan Session = TimeSpan.FromMinutes(30);

    private const string DemoKey = "kiosk-reader-demo";

    public string? ReaderKey => configuration["Kiosk:ReaderKey"] is { Length: > 0 } key ? key : configuration["Demo:Enabled"] == "true" ? DemoKey : null;

    public async Task<Outcome> SignIn(HttpContext http, CardReading reading, string servicePoint, CancellationToken stop)
    {
        if (ReaderKey is not { } key || !reading.IsSignedBy(key)) return new Refusal(RefusalKind.Unproven, "card-unproven", "没有读到身份证，请把身份证放在读卡区再试。");
        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(reading.At);
        if (age > Holds || age < -Holds || !used.Take(reading.Nonce)) return new Refusal(RefusalKind.Unproven, "card-too-old", "读卡已超时，请重新放一次身份证。");
        if (!ResidentId.TryRead(reading.IdNumber, out var number, out var reason)) return new Refusal(RefusalKind.Invalid, "card-wrong", reason);
        var properties = new AuthenticationProperties { IsPersistent = false, ExpiresUtc = clock.GetUtcNow() + Session, AllowRefresh = false };
        Claim[] here = [new(ActorClaims.ServicePoint, servicePoint)];
        var residentKey = seal.LookUp(number.Value);
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Kind == PersonKind.Resident && p.ResidentKey == residentKey, stop);
        if (person is not null)
        {
            if (person.LockoutEnd > clock.GetUtcNow()) return new Refusal(RefusalKind.Forbidden, "account-closed", "账户已锁定，请到窗口办理。");
            await signIn.SignInWithClaimsAsync(person, properties, here);
        }
        else
        {
            // Who has no account is known by the card alone; the journal names such a person by the sealed number.
            var identity = new ClaimsIdentity(
            [
                new(ActorClaims.Kind, Actor.ApplicantKind), new(ActorClaims.Id, $"card-{residentKey}"), new(ActorClaims.DisplayName, reading.Name),
                new(ActorClaims.PersonNumber, number.Value), new(ActorClaims.PartyNumber, number.Value), .. here,
            ], IdentityConstants.ApplicationScheme);
            await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), properties);
        }
        journal.Append($"kiosk/{servicePoint}/{Guid.NewGuid():N}", new SignedIn("card"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
