namespace Yiwang.Supervision.Letters;

/// <summary>How screens name the states of a letter.</summary>
internal static class LetterWords
{
    internal static string State(LetterState state) => state switch { LetterState.Open => "办理中", LetterState.Answered => "待核实", _ => "已办结" };
}
