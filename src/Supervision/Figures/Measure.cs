namespace Yiwang.Supervision.Figures;

/// <summary>What is counted of cases (统计指标). A case counts under the hour, day or month in which it happened.</summary>
internal enum Measure
{
    /// <summary>申报量.</summary>
    Submitted,

    /// <summary>网上申报: of those, handed in without coming.</summary>
    Online,

    /// <summary>受理量.</summary>
    Accepted,

    /// <summary>补正告知.</summary>
    Corrections,

    /// <summary>准予.</summary>
    Granted,

    /// <summary>不予许可.</summary>
    Refused,

    /// <summary>不予受理.</summary>
    Declined,

    /// <summary>Ended otherwise: withdrawn, terminated, acceptance revoked.</summary>
    Stopped,

    /// <summary>提前办结: decided before the promised day.</summary>
    Early,

    /// <summary>按时办结: decided on the promised day.</summary>
    OnTime,

    /// <summary>超期办结: decided after the promised day.</summary>
    Late,

    /// <summary>最多跑一次: decided, and the applicant came at most once.</summary>
    OneVisit,

    /// <summary>Working days from acceptance to decision, of all that were decided; those of a special procedure count.</summary>
    Days,

    /// <summary>Working days that were promised, of all that were decided.</summary>
    PromisedDays,

    /// <summary>评价.</summary>
    Rated,

    /// <summary>差评 (不满意、非常不满意; GB/T 39735).</summary>
    BadlyRated,
}
