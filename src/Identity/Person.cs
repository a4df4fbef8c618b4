using Microsoft.AspNetCore.Identity;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Identity;

internal enum PersonKind
{
    /// <summary>A resident (自然人).</summary>
    Resident,

    /// <summary>An agent of a company (法人经办人).</summary>
    CompanyAgent,

    /// <summary>An official (工作人员).</summary>
    Official,
}

/// <summary>Somebody who signs in. Names, numbers and posts stand here and nowhere else; the journal knows the opaque id.</summary>
internal sealed class Person : IdentityUser
{
    public const int NameMaxLength = 64;

    /// <summary>What kind of person it is.</summary>
    public required PersonKind Kind { get; init; }

    /// <summary>The person's name.</summary>
    public required string FullName { get; init; }

    /// <summary>The resident ID; none for officials.</summary>
    public ResidentId ResidentId { get; init; }

    /// <summary>By which a person is found by the number, the number itself being sealed; null for who has none.</summary>
    public string? ResidentKey { get; set; }

    /// <summary>The company that an agent acts for.</summary>
    public CreditCode Company { get; init; }

    /// <summary>The company's name.</summary>
    public string? CompanyName { get; init; }

    /// <summary>An official's department, such as <c>SCJG@330203</c>; null for the staff of a service centre.</summary>
    public string? Department { get; init; }

    /// <summary>The region in which an official serves.</summary>
    public RegionCode Region { get; init; }

    /// <summary>The service point at which a window official sits.</summary>
    public string? ServicePoint { get; init; }

    /// <summary>An official's posts, separated by spaces: <c>window</c>, <c>handler</c>, <c>operator</c>, <c>editor</c>.</summary>
    public string Posts { get; init; } = "";

    /// <summary>Whether the account exists only for demonstrations.</summary>
    public bool Demo { get; init; }
}
