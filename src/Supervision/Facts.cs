using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Supervision;

/// <summary>监察发现: a rule was broken, or is about to be.</summary>
/// <param name="Case">The case.</param>
/// <param name="Rule">The rule's code.</param>
/// <param name="RuleVersion">The rule's version.</param>
/// <param name="Level">notice, warning, yellowCard or redCard.</param>
/// <param name="Department">The department's code.</param>
/// <param name="AnswerBy">By when the department answers; null where it need not.</param>
[Fact("supervision.finding-raised")]
public sealed record FindingRaised(CaseNumber Case, string Rule, int RuleVersion, string Level, string Department, DateOnly? AnswerBy);

/// <summary>答复: the department explained, put it right, or appealed.</summary>
/// <param name="Kind">explained, mended or appealed.</param>
[Fact("supervision.finding-answered")]
public sealed record FindingAnswered(string Kind);

/// <summary>核定: a supervisor upheld the card or lifted it (撤牌).</summary>
[Fact("supervision.finding-decided")]
public sealed record FindingDecided(bool Upheld);

/// <summary>督办: a letter was issued after a finding.</summary>
[Fact("supervision.letter-issued")]
public sealed record LetterIssued(Guid Finding, CaseNumber Case, string Department, string Number, DateOnly Due);

/// <summary>反馈: the department said what it did.</summary>
[Fact("supervision.letter-answered")]
public sealed record LetterAnswered;

/// <summary>A supervisor closed the letter, or gave it back until another day.</summary>
[Fact("supervision.letter-judged")]
public sealed record LetterJudged(bool Done, DateOnly? Due);

/// <summary>A rule has a new version.</summary>
[Fact("supervision.rule-changed")]
public sealed record RuleChanged(string Code, int Version, string Level, int Parameter, bool Enabled);
