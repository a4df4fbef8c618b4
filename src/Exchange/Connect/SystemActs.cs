using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Connect;

/// <summary>What an operator does to connect a department's system (对接): address, departments, keys, secret, pause.</summary>
internal sealed partial class SystemActs(YiwangDb db, IClients clients, IDirectory directory, ExchangeRegister register, Journal journal, TimeProvider clock)
{
    /// <summary>Adds a system to the register. It is connected when it has an address and a key.</summary>
    internal async Task<Outcome> Register(string? code, string? name, string? department, CancellationToken stop)
    {
        var (key, title, owner) = (code?.Trim().ToUpperInvariant() ?? "", name?.Trim() ?? "", department?.Trim() ?? "");
        var problems = new List<FieldProblem>();
        if (!CodeForm().IsMatch(key)) problems.Add(new("code", $"系统编号由大写字母、数字和连字符组成，2 到 {ConnectedSystem.CodeMaxLength} 位，例如 SYS-15"));
        else if (await db.Set<ConnectedSystem>().AnyAsync(s => s.Code == key, stop)) problems.Add(new("code", $"编号 {key} 已登记过"));
        if (title.Length is 0 or > ConnectedSystem.NameMaxLength) problems.Add(new("name", $"请填写系统名称，不超过 {ConnectedSystem.NameMaxLength} 字"));
        if (await directory.Department(owner, stop) is not { Current: true } known || known.MunicipalCode != owner) problems.Add(new("department", "请填写建设部门的代码，例如 SCJG"));
        if (problems.Count > 0) return Refusal.Invalid(problems);
        db.Add(new ConnectedSystem { Code = key, Name = title, Department = owner });
        journal.Append(Stream(key), new SystemRegistered(key, title, owner));
        return await Save(stop);
    }

    /// <summary>Says where a system takes messages, and for which departments it decides. Only HTTPS, but for this machine itself.</summary>
    internal async Task<Outcome> Connect(string code, string? endpoint, string? departments, CancellationToken stop)
    {
        if (await Find(code, stop) is not { } system) return Missing;
        var problems = new List<FieldProblem>();
        if (!ReadEndpoint(endpoint, out var address)) problems.Add(new("endpoint", $"请填写完整的 https 地址，不超过 {ConnectedSystem.EndpointMaxLength} 个字符，例如 https://qlyx.example.gov.cn/messages"));
        var codes = (departments ?? "").Split([' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count == 0) problems.Add(new("departments", "请填写由本系统办理的部门代码，例如 SCJG"));
        var unknown = new List<string>();
        foreach (var department in codes)
        {
            if (await directory.Department(department, stop) is not { Current: true } known || known.MunicipalCode != department) unknown.Add(department);
        }
        if (unknown.Count > 0) problems.Add(new("departments", $"没有代码为 {string.Join('、', unknown)} 的市级部门，请核对部门代码"));
        var routes = await db.Set<SystemRoute>().Where(r => r.Item == SystemRoute.AllItems).ToListAsync(stop);
        if (routes.Find(r => codes.Contains(r.Department, StringComparer.Ordinal) && r.System != code) is { } taken)
            problems.Add(new("departments", $"{taken.Department} 的事项已由 {taken.System} 办理，请先在该系统中去掉这个部门"));
        if (problems.Count > 0) return Refusal.Invalid(problems);

        system.ConnectOverHttp(address, system.ClientId ?? code.ToLowerInvariant());
        db.RemoveRange(routes.Where(r => r.System == code && !codes.Contains(r.Department, StringComparer.Ordinal)));
        db.AddRange(codes.Where(c => !routes.Exists(r => r.Department == c)).Select(c => new SystemRoute(c, SystemRoute.AllItems, code)));
        journal.Append(Stream(code), new SystemConnected(code, address, codes));
        return await Save(stop);
    }

    /// <summary>Registers a public key (ES256 JWK). Several may be valid at once, so that keys can be changed without a gap.</summary>
    internal async Task<Outcome> RegisterKey(string code, string? jwk, CancellationToken stop)
    {
        if (await Find(code, stop) is null) return Missing;
        var read = PublicKey.Read(jwk);
        if (!read.IsDone) return read.Refusal;
        if (await db.Set<SystemKey>().AnyAsync(k => k.Kid == read.Value.Kid, stop)) return Refusal.Invalid([new("jwk", $"编号（kid）{read.Value.Kid} 已登记过，请换一个编号")]);
        db.Add(new SystemKey { Kid = read.Value.Kid, System = code, Jwk = read.Value.Jwk, RegisteredAt = clock.GetUtcNow() });
        journal.Append(Stream(code), new KeyRegistered(code, read.Value.Kid));
        return await Save(stop);
    }

    /// <summary>Revokes a key for good.</summary>
    internal async Task<Outcome> RevokeKey(string code, string? kid, CancellationToken stop)
    {
        if (await db.Set<SystemKey>().SingleOrDefaultAsync(k => k.Kid == kid && k.System == code, stop) is not { } key) return Refusal.NotFound("这把公钥");
        if (key.RevokedAt is not null) return new Refusal(RefusalKind.Conflict, "already-revoked", "这把公钥已经注销。");
        key.Revoke(clock.GetUtcNow());
        journal.Append(Stream(code), new KeyRevoked(code, key.Kid));
        return await Save(stop);
    }

    /// <summary>Gives the system a new client secret, which is shown once and kept nowhere in clear. The old one ends. Demo clients are for demo mode alone.</summary>
    internal async Task<Outcome<string>> RenewSecret(string code, bool demo, CancellationToken stop)
    {
        if (await Find(code, stop) is not { Connector: ConnectorKind.Http, ClientId: { } client } system)
            return new Refusal(RefusalKind.Conflict, "not-connected", "请先填写接收地址并保存。");
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await using var transaction = await db.BeginWrite(stop);
        await clients.Register(client, secret, system.Name, "exchange", demo, stop);
        journal.Append(Stream(code), new SecretRenewed(code, client));
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return secret;
    }

    /// <summary>Stops sending to a system, or takes it up again. Its messages wait; nothing is lost.</summary>
    internal async Task<Outcome> Pause(string code, bool paused, CancellationToken stop)
    {
        if (await Find(code, stop) is not { } system) return Missing;
        if (system.Paused == paused) return Outcome.Done;
        system.Pause(paused);
        journal.Append(Stream(code), new SystemPaused(code, paused));
        return await Save(stop);
    }

    /// <summary>A system outside of the platform.</summary>
    private async Task<ConnectedSystem?> Find(string code, CancellationToken stop) =>
        await db.Set<ConnectedSystem>().SingleOrDefaultAsync(s => s.Code == code && s.Connector != ConnectorKind.Local, stop);

    private async Task<Outcome> Save(CancellationToken stop)
    {
        var saved = await db.TrySave(stop);
        register.Forget();
        return saved;
    }

    private static bool ReadEndpoint(string? text, out string address)
    {
        address = text?.Trim() ?? "";
        return address.Length <= ConnectedSystem.EndpointMaxLength && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
    }

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{1,23}$", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();

    private static string Stream(string code) => $"system/{code}";

    private static Refusal Missing { get; } = Refusal.NotFound("这个系统");
}
