using CsCheck;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;

namespace Yiwang.Tests.Kernel;

/// <summary>Generators of well-formed identifiers, and rows of the reference data.</summary>
internal static class Samples
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static Gen<DateOnly> Days(DateOnly first, DateOnly last) => Gen.Int[first.DayNumber, last.DayNumber].Select(DateOnly.FromDayNumber);

    public static Gen<string> ResidentIds { get; } =
        Gen.Select(Gen.Int[110_000, 999_999], Days(new(1900, 1, 1), new(2026, 12, 31)), Gen.Int[0, 999], (region, birth, order) =>
        {
            var body = $"{region}{birth:yyyyMMdd}{order:000}";
            return body + ResidentId.CheckCharacter(body);
        });

    public static Gen<string> CreditCodes { get; } =
        Gen.Select(CreditCharacters(2), Gen.Int[110_000, 659_999], CreditCharacters(9), (body, region, organisation) =>
        {
            var first17 = body + region + organisation;
            return first17 + CheckDigits.Credit(first17);
        });

    /// <summary>Region codes of every level, zones included, as 12 characters.</summary>
    public static Gen<string> Regions { get; } = Gen.OneOf(
        Gen.Int[11, 65].Select(province => $"{province}0000000000"),
        Gen.Select(Gen.Int[11, 65], Gen.Int[1, 99], (province, city) => $"{province}{city:00}00000000"),
        Counties().Select(county => county + "000000"),
        Gen.Char['A', 'Z'].Select(letter => $"3302K{letter}000000"),
        Gen.Select(Counties(), Gen.Int[1, 599], (county, town) => $"{county}{town:000}000"),
        Gen.Select(Counties(), Gen.Int[1, 599], Gen.Int[1, 599], (county, town, village) => $"{county}{town:000}{village:000}"));

    public static Gen<CaseNumber> CaseNumbers { get; } =
        Gen.Select(Regions, Days(new(2014, 1, 1), new(2099, 12, 31)), Gen.Int[1, CaseNumber.LastSequence], (region, date, sequence) =>
            CaseNumber.Create(RegionCode.Parse(region, null), date, sequence));

    /// <summary>The column of a file in data/; fails when the file has a bad row.</summary>
    public static List<CsvRow> Rows(string file, params string[] columns)
    {
        var report = new ImportReport();
        var rows = CsvRows.Read(RepositoryFiles.Data, file, report, columns);
        Assert.Empty(report.Problems);
        return rows;
    }

    /// <summary>The text with its character at <paramref name="at"/> replaced.</summary>
    public static string With(this string text, int at, char c) => $"{text[..at]}{c}{text[(at + 1)..]}";

    /// <summary>The text with the character at <paramref name="at"/> and its right neighbour swapped.</summary>
    public static string Swapped(this string text, int at) => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";

    private static Gen<string> Counties() =>
        Gen.Select(Gen.Int[11, 65], Gen.Int[1, 99], Gen.Int[1, 99], (province, city, county) => $"{province}{city:00}{county:00}");

    private static Gen<string> CreditCharacters(int length) =>
        Gen.Int[0, CreditAlphabet.Length - 1].Select(i => CreditAlphabet[i]).Array[length].Select(characters => new string(characters));
}
