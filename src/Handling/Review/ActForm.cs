using System.Globalization;
using Yiwang.Handling.Decide;
using Yiwang.Kernel.Pages;

namespace Yiwang.Handling.Review;

/// <summary>What the page of a task posts. Which fields count is told by the button that was pressed.</summary>
public sealed class ActForm
{
    /// <summary>Which act: the pressed button's value.</summary>
    public string? Act { get; set; }

    /// <summary>The opinion or the reasons.</summary>
    public string? Reason { get; set; }

    /// <summary>What is missing, one on a line.</summary>
    public string? Problems { get; set; }

    /// <summary>The kind of special procedure.</summary>
    public string? Kind { get; set; }

    /// <summary>How many working days it is to take.</summary>
    public string? Days { get; set; }

    /// <summary>What the special procedure examines.</summary>
    public string? ProcedureReason { get; set; }

    /// <summary>By how many working days to extend.</summary>
    public string? ExtendDays { get; set; }

    /// <summary>Why to extend.</summary>
    public string? ExtendReason { get; set; }

    /// <summary>Who approved the extension.</summary>
    public string? Approver { get; set; }

    /// <summary>Why to terminate.</summary>
    public string? TerminateReason { get; set; }

    /// <summary>The departments with which to talk it over.</summary>
    public List<string>? Departments { get; set; }

    /// <summary>What is to be talked over.</summary>
    public string? ReconsiderNote { get; set; }

    /// <summary>What is not granted, one on a line, the reason after a colon.</summary>
    public string? Excluded { get; set; }

    /// <summary>The number of the licence that is issued.</summary>
    public string? LicenceNumber { get; set; }

    /// <summary>The commitment that was checked: the code of its material.</summary>
    public string? Commitment { get; set; }

    /// <summary>What was found of it.</summary>
    public string? CommitmentReason { get; set; }

    /// <summary>By when it is to be put right.</summary>
    public string? CorrectBy { get; set; }

    internal HandlingRequest Read() => Act switch
    {
        "start-procedure" => new(Act, ProcedureReason, [], Kind, Number(Days)),
        "extend" => new(Act, ExtendReason, [], null, Number(ExtendDays), Approver),
        "reconsider" => new(Act, ReconsiderNote, [], Departments: Departments),
        "terminate" => new(Act, TerminateReason, []),
        "commitment-kept" or "commitment-not-kept" or "commitment-repaired" => new(Act, CommitmentReason, [], Commitment: Commitment, CorrectBy: Day(CorrectBy)),
        "grant" => new(Act, Reason, NamedLines.Read(Excluded), LicenceNumber: LicenceNumber),
        _ => new(Act ?? "", Reason, NamedLines.Read(Problems)),
    };

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
