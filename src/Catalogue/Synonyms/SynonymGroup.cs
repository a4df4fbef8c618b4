using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Catalogue.Synonyms;

/// <summary>
/// How queries of the catalogue are read: words that mean the same (同义词), or a word that says nothing (忽略词).
/// </summary>
internal sealed class SynonymGroup
{
    public const string Synonym = "synonym";
    public const string Filler = "filler";
    public const int KindMaxLength = 16;
    public const int WordMaxLength = 40;
    public const int WordsMaxLength = 400;

    public required Guid Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>The words, separated by <c>=</c>.</summary>
    public required string Words { get; set; }

    /// <summary>When it was last changed: two officials do not overwrite one another.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    public string[] List => Words.Split('=');

    /// <summary>The words as they are kept, or what is wrong with them.</summary>
    public static string? Read(string kind, string? text, out string words)
    {
        var list = (text ?? "").Split(['=', '＝', '\n', '、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        words = string.Join('=', list);
        if (kind is not (Synonym or Filler)) return $"类型“{kind}”应为 {Synonym} 或 {Filler}";
        if (kind is Synonym && list.Count < 2) return "一组同义词至少要有两个不同的词，用等号隔开，例如 驾照=机动车驾驶证";
        if (kind is Filler && list.Count != 1) return "请填写一个忽略词，例如 怎么办理";
        if (list.Find(w => w.Length > WordMaxLength) is { } tooLong) return $"“{tooLong[..10]}……”太长，每个词不超过 {WordMaxLength} 字";
        if (words.Length > WordsMaxLength) return $"一组词合计不超过 {WordsMaxLength} 字";
        return list.Find(w => Search.Words.Fold(w).Length == 0) is { } empty ? $"“{empty}”里没有文字" : null;
    }
}

internal sealed class SynonymGroupMap : IEntityTypeConfiguration<SynonymGroup>
{
    public void Configure(EntityTypeBuilder<SynonymGroup> builder)
    {
        builder.ToTable("catalogue_synonyms");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Kind).HasMaxLength(SynonymGroup.KindMaxLength);
        builder.Property(g => g.Words).HasMaxLength(SynonymGroup.WordsMaxLength);
        builder.Property(g => g.ChangedAt).IsConcurrencyToken();
        builder.Ignore(g => g.List);
        builder.HasIndex(g => new { g.Kind, g.Words }).IsUnique();
    }
}
