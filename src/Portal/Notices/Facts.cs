using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Portal.Notices;

/// <summary>An editor published a notice (公告发布), at once or for a later time.</summary>
[Fact("portal.notice-published")]
public sealed record NoticePublished(string Notice, RegionCode Region, string Title, DateTimeOffset PublishedAt);

/// <summary>An editor took a notice off the sites (公告撤下).</summary>
[Fact("portal.notice-withdrawn")]
public sealed record NoticeWithdrawn(string Notice, RegionCode Region);
