using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Corrections;

/// <summary>A reader reported that something on a guide is wrong (纠错). The text stays out of the journal: readers write of themselves in it.</summary>
/// <param name="Report">The report's id, not the number that opens it.</param>
/// <param name="Item">The item.</param>
/// <param name="Region">The region on whose site it was reported.</param>
/// <param name="Kind">What is wrong, such as 申请材料.</param>
[Fact("catalogue.guide-reported")]
public sealed record GuideReported(string Report, ItemCode Item, RegionCode Region, string Kind);

/// <summary>An editor answered a report (纠错答复).</summary>
/// <param name="Report">The report's id.</param>
/// <param name="Accepted">Whether the editors agree.</param>
/// <param name="Answer">The answer, with numbers of persons hidden.</param>
[Fact("catalogue.guide-report-answered")]
public sealed record GuideReportAnswered(string Report, bool Accepted, string Answer);
