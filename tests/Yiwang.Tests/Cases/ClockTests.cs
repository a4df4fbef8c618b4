using System.Globalization;
using Yiwang.Acceptance;
using Yiwang.Acceptance.Cases;
using Yiwang.Catalogue;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Tests.Cases;

/// <summary>
/// The legal clock by a table of cases that were worked out from the law and the published holidays, apart from this code: 行政许可法 32, 42, 45
/// and 82, 民法典 203, 浙江省保障“最多跑一次”改革规定 11 and 12.
/// </summary>
public sealed class ClockTests
{
    private const int CorrectionDays = 15;
    private static readonly WorkCalendar Calendar = new(WorkCalendarFile.Load(Path.Combine(RepositoryFiles.Data, "holidays.csv")));

    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var cells in File.ReadLines(Path.Combine(RepositoryFiles.Root, "tests/Yiwang.Tests/Cases/clock.csv")).Skip(1).Select(l => l.Split(','))) rows.Add(cells[0], cells[1], cells[2], string.Join(' ', cells[3..9].Select(c => c.Length == 0 ? "-" : c)));
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_law_counts_the_days(string name, string limits, string events, string expected)
    {
        var found = New();
        var item = Limits(limits);
        foreach (var happened in events.Split("; ")) Assert.True(Happen(found, item, happened.Split(' ')) is var outcome && outcome.IsDone, $"{name}: {happened}: {(outcome.IsDone ? "" : outcome.Refusal.Reason)}");

        Assert.Equal(expected, string.Join(' ', Day(found.AnswerBy), Day(found.CorrectBy), Day(found.AcceptedOn), found.AcceptedBy?.ToString().ToLowerInvariant() ?? "-", Day(found.PromisedDue), Day(found.LegalDue)));
    }

    [Fact]
    public void There_are_at_least_sixty_of_them() => Assert.True(Rows().Count >= 60);

    [Theory]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-20 extend 11", "wrong-days")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-20 extend 5; 2025-03-21 extend 5", "already-extended")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-04-01 extend 10", "too-late")]
    [InlineData("2025-03-03 receive; 2025-03-03 extend 10", "wrong-state")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-10 start inspection-on-site 5", "unknown-procedure")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-10 start testing 0", "wrong-days")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-04-01 start testing 5", "too-late")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-10 start testing 5; 2025-03-11 start appraisal 5", "procedure-running")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-10 end", "no-procedure")]
    [InlineData("2025-03-03 receive; 2025-03-03 start testing 5", "wrong-state")]
    [InlineData("2025-03-03 receive; 2025-03-03 ask; 2025-03-25 correct", "too-late")]
    [InlineData("2025-03-03 receive; 2025-03-11 ask", "too-late")]
    [InlineData("2025-03-03 receive; 2025-03-03 ask 2025-03-03", "wrong-date")]
    [InlineData("2025-03-03 receive; 2025-03-03 ask 2026-03-04", "wrong-date")]
    [InlineData("2025-03-03 receive; 2025-03-03 ask; 2025-03-24 lapse", "not-yet")]
    [InlineData("2025-03-03 receive; 2025-03-10 silent", "not-yet")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-03 supply", "nothing-owed")]
    [InlineData("2025-03-03 receive; 2025-03-03 accept; 2025-03-03 owe 5; 2025-03-11 supply", "too-late")]
    public void What_the_law_does_not_allow_is_refused(string events, string code)
    {
        var found = New();
        var item = Limits("20w/10");
        var happened = events.Split("; ");
        foreach (var earlier in happened[..^1]) Assert.True(Happen(found, item, earlier.Split(' ')).IsDone);
        var revision = found.Revision;

        var last = Happen(found, item, happened[^1].Split(' '));

        Assert.Equal(code, last.Refusal?.Code);
        Assert.Equal(revision, found.Revision);
    }

    private static Outcome Happen(Case found, ItemLimits limits, string[] words)
    {
        var on = Read(words[0]);
        switch (words[1])
        {
            case "receive":
                found.Receive(on, Calendar);
                return Outcome.Done;
            case "accept":
                return found.Accept(AcceptedBy.Department, on, on, limits, Calendar);
            case "silent":
                return found.AcceptBySilence(on, limits, Calendar);
            case "ask":
                return found.RequestCorrection([new CorrectionProblem("场所证明", "")], "[]", words.Length > 2 ? Read(words[2]) : null, CorrectionDays, on, Calendar);
            case "correct":
                return found.Correct(on, Calendar);
            case "lapse":
                return found.DeemWithdrawn(on, WorkCalendar.StartInNingbo(on));
            case "start":
                return found.StartProcedure(words[2], int.Parse(words[3], CultureInfo.InvariantCulture), "需要", on, on, limits, Calendar);
            case "end":
                return found.EndProcedure(on, on, limits, Calendar);
            case "owe":
                found.Owe([new OwedMaterial("M03", "场所证明")], int.Parse(words[2], CultureInfo.InvariantCulture), on, limits, Calendar);
                return Outcome.Done;
            case "supply":
                return found.Supply(new HashSet<string>(["M03"], StringComparer.Ordinal), on, limits, Calendar);
            case "extend":
                return found.Extend(int.Parse(words[2], CultureInfo.InvariantCulture), "情况复杂", "局长", on, limits, Calendar);
            default:
                throw new ArgumentOutOfRangeException(nameof(words), words[1], "No such event.");
        }
    }

    /// <summary>20w/10: twenty working days by law, ten by promise; n for calendar days, - for no limit by law.</summary>
    private static ItemLimits Limits(string text)
    {
        var (legal, promised) = (text.Split('/')[0], int.Parse(text.Split('/')[1], CultureInfo.InvariantCulture));
        return new(legal == "-" ? null : int.Parse(legal[..^1], CultureInfo.InvariantCulture), !legal.EndsWith('n'), "", promised, "承诺件", []);
    }

    private static Case New() => new()
    {
        Number = CaseNumber.Create(RegionCode.Parse("330203", null), new DateOnly(2025, 3, 3), 1), Item = ItemCode.Parse("XK-SCJG-004", null), ItemVersion = 1, ItemName = "事项",
        Region = RegionCode.Parse("330203", null), Department = "SCJG@330203", DepartmentName = "海曙区市场监督管理局", DepartmentRegion = RegionCode.Parse("330203", null), System = "SYS-04",
        Channel = "web", ApplicantKind = "person", ApplicantName = "王静", ApplicantNumber = "", ApplicantPhone = "", ApplicantKey = "", SubmittedBy = "", SubmittedAt = default,
    };

    private static DateOnly Read(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day is { } known && known != default ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-";
}
