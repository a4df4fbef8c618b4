using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Secrets;

namespace Yiwang.Kernel.Personal;

/// <summary>That a key has sealed personal data in this database. Only its name stands here.</summary>
internal sealed record PersonalKeyUsed(string Name);

internal sealed class PersonalKeyUsedMap : IEntityTypeConfiguration<PersonalKeyUsed>
{
    public void Configure(EntityTypeBuilder<PersonalKeyUsed> builder)
    {
        builder.ToTable("kernel_personal_keys");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(8);
    }
}

/// <summary>
/// Where the keys of personal data come from: <c>Personal:KeyFile</c>, else <c>keys/personal.key</c> in the data folder, made on first
/// use. One key a line, 32 bytes in base64; a line added at the end changes the key, and what older ones sealed stays readable.
/// Nodes on one database share one such file.
/// </summary>
public static class PersonalKeys
{
    internal static PersonalSeal Load(IConfiguration configuration)
    {
        var path = configuration["Personal:KeyFile"] switch
        {
            null or "" => Path.Combine(configuration["DataFolder"] ?? ".data", "keys", "personal.key"),
            var given when !File.Exists(given) => throw new InvalidOperationException($"个人信息密钥文件 {given} 不存在。"),
            var given => given,
        };
        var lines = Encoding.ASCII.GetString(PrivateFile.ReadOrMake(path, () => Encoding.ASCII.GetBytes(NewLine())))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var keys = lines.Select(Key).ToList();
        return keys.Count > 0 && keys.TrueForAll(key => key.Length == PersonalSeal.KeyLength) ? new PersonalSeal(keys)
            : throw new InvalidOperationException($"个人信息密钥文件 {path} 的内容不对：每行应是一个 Base64 编码的 {PersonalSeal.KeyLength} 字节密钥。");
    }

    /// <summary>A new key, as a line of the file.</summary>
    internal static string NewLine() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(PersonalSeal.KeyLength)) + "\n";

    /// <summary>Notes which keys the database is sealed with; refused when one of them is not there.</summary>
    public static async Task<Outcome> Fit(YiwangDb db, PersonalSeal seal, CancellationToken stop)
    {
        while (true)
        {
            var used = await db.Set<PersonalKeyUsed>().AsNoTracking().Select(k => k.Name).ToListAsync(stop);
            if (used.Except(seal.Keys, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            {
                return new Refusal(
                    RefusalKind.Conflict, "personal-key-missing",
                    $"个人信息密钥与数据库不符：数据库中有用密钥 {missing} 加密的内容，而密钥文件里没有它。请用备份中的 keys/personal.key，或用配置 Personal:KeyFile 指定各节点共用的密钥文件。");
            }
            if (used.Contains(seal.Newest, StringComparer.Ordinal)) return Outcome.Done;
            db.Add(new PersonalKeyUsed(seal.Newest));
            // Another node may have noted it at the same moment, and then perhaps another key: look again.
            await db.TrySave(stop);
            db.ChangeTracker.Clear();
        }
    }

    private static byte[] Key(string line)
    {
        var bytes = new byte[line.Length];
        return Convert.TryFromBase64String(line, bytes, out var length) ? bytes[..length] : [];
    }
}
