using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Search;

/// <summary>
/// An implementing item as a document. Every term of its text carries the region before it, and on the lead once more none: so
/// what a query reads is as long as the list that it searches, and not as the whole city's.
/// </summary>
internal static class ItemDocument
{
    /// <summary>Changes when documents change: an index of another format is built anew.</summary>
    internal const string Format = "4";

    internal const string Code = "code", Scope = "scope", Key = "key", Whole = "whole", Name = "name", Character = "char", NameCharacter = "namechar", Result = "result", ResultWhole = "resultwhole", Other = "other", Main = "main", Card = "card";
    internal const string CodeValue = "v-code", RegionValue = "v-region", CategoryValue = "v-category", DepartmentValue = "v-department", DepthValue = "v-depth", Themes = "v-themes", OfferedIn = "v-offered",
        Popularity = "v-popularity", Flags = "v-flags", Visits = "v-visits", Length = "v-length", NameValue = "v-name", ResultValue = "v-result",
        PersonalThemes = "v-personal", CorporateThemes = "v-corporate", Applicants = "v-applicants", Mark = "v-mark";
    internal const int Lead = 1, ForPersons = 2, ForCompanies = 4, OnApplication = 8, Online = 16, Window = 32, SampleOnline = 64;

    /// <summary>What stands for "no region".</summary>
    internal const string City = "*";

    private static readonly FieldType Plain = Type(IndexOptions.DOCS_ONLY);
    private static readonly FieldType Placed = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /// <summary>The prefix of a region's terms.</summary>
    internal static string Prefix(RegionCode region) => region.Value.Length == 0 ? City : region.ShortForm;

    /// <summary>A term of a region.</summary>
    internal static string Term(string prefix, string text) => $"{prefix}|{text}";

    /// <summary>A code as people type it, with or without hyphens.</summary>
    internal static string PlainCode(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    internal static Document Make(IndexedItem item)
    {
        var card = item.Card;
        var name = Words.Fold(card.Name);
        var result = Words.Fold(item.ResultName);
        var other = Words.Fold(string.Join(' ', [.. item.PersonalThemes, .. item.CorporateThemes, card.DepartmentName, .. item.Words]));
        var stored = JsonSerializer.SerializeToUtf8Bytes(card, Journal.Json);
        var document = new Document
        {
            new StringField(Code, card.Code.Value, Field.Store.NO),
            new StoredField(Card, stored),
            // Changes with any content: a version's elements never do.
            new NumericDocValuesField(Mark, BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(stored))),
            new SortedDocValuesField(CodeValue, new BytesRef(card.Code.Value)),
            new SortedDocValuesField(RegionValue, new BytesRef(card.Region.Value)),
            new SortedDocValuesField(CategoryValue, new BytesRef(card.Category)),
            new SortedDocValuesField(DepartmentValue, new BytesRef(card.Department)),
            new SortedDocValuesField(DepthValue, new BytesRef(card.OnlineDepth)),
            new SortedDocValuesField(NameValue, new BytesRef(item.Lead ? card.Name : "")),
            new SortedDocValuesField(ResultValue, new BytesRef(item.Lead ? item.ResultName : "")),
            new NumericDocValuesField(Popularity, card.Popularity),
            new NumericDocValuesField(Visits, card.Visits ?? -1),
            new NumericDocValuesField(Length, Words.Whole(name).Length),
            new NumericDocValuesField(Flags, (item.Lead ? Lead : 0) | (item.ForPersons ? ForPersons : 0) | (item.ForCompanies ? ForCompanies : 0) | (card.OnApplication ? OnApplication : 0)
                | (card.Online ? Online : 0) | (item.Window ? Window : 0) | (card.SampleOnline ? SampleOnline : 0)),
        };
        AddSet(PersonalThemes, item.PersonalThemes);
        AddSet(CorporateThemes, item.CorporateThemes);
        AddSet(Applicants, item.Applicants);
        AddSet(Themes, item.PersonalThemes.Concat(item.CorporateThemes));
        AddSet(OfferedIn, item.Lead ? item.OfferedIn.Select(r => r.Value) : []);
        AddText(Prefix(card.Region));
        if (item.Lead) AddText(City);
        return document;

        void AddSet(string field, IEnumerable<string> values)
        {
            foreach (var value in values.Distinct(StringComparer.Ordinal)) document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }

        void AddText(string prefix)
        {
            document.Add(new StringField(Scope, prefix, Field.Store.NO));
            if (item.Main is { } main) document.Add(new StringField(Main, Term(prefix, main.Value), Field.Store.NO));
            document.Add(new StringField(Key, Term(prefix, PlainCode(card.Code.Value)), Field.Store.NO));
            foreach (var whole in Wholes(card.Name)) document.Add(new StringField(Whole, Term(prefix, whole), Field.Store.NO));
            foreach (var whole in Wholes(item.ResultName)) document.Add(new StringField(ResultWhole, Term(prefix, whole), Field.Store.NO));
            document.Add(new Field(Name, Stream(prefix, Words.Pairs(name)), Placed));
            document.Add(new Field(Result, Stream(prefix, Words.Pairs(result)), Placed));
            document.Add(new Field(Other, Stream(prefix, Words.Pairs(other)), Plain));
            document.Add(new Field(NameCharacter, Stream(prefix, Words.Singles(name)), Plain));
            document.Add(new Field(Character, Stream(prefix, Words.Singles($"{name} {result} {other}")), Plain));
        }
    }

    /// <summary>A name in full, and without what stands in brackets.</summary>
    private static IEnumerable<string> Wholes(string name) =>
        new[] { name, name.Split('（', '(')[0] }.Select(n => Words.Whole(Words.Fold(n))).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);

    private static TermStream Stream(string prefix, IEnumerable<string> terms) => Stream(prefix, terms.Select((t, i) => new Words.Term(t, i)));

    private static TermStream Stream(string prefix, IEnumerable<Words.Term> terms) => new([.. terms.Select(t => t with { Text = Term(prefix, t.Text) })]);

    private static FieldType Type(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
