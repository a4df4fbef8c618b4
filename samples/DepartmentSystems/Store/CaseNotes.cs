namespace DepartmentSystems.Store;

/// <summary>What happens to a case, whoever does it.</summary>
public static class CaseNotes
{
    /// <summary>Writes a line of the case's history.</summary>
    public static void Note(this CaseRecord about, DeskDb db, DateTimeOffset now, string who, string text, string? detail = null)
    {
        db.Add(new HistoryEntry { Case = about.Number, At = now, Who = who, Text = text, Detail = detail });
        about.LastEvent = text;
    }

    /// <summary>Ends the case.</summary>
    public static void End(this CaseRecord about, CaseEnding ending, string? reason)
    {
        about.State = CaseState.Closed;
        about.Ending = ending;
        about.Reason = reason;
    }
}
