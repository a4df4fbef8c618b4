namespace DepartmentSystems.Receive;

/// <summary>The item of the catalogue.</summary>
public sealed record ItemPart(string Code, string Name, int Version = 1);

/// <summary>The department that the case is for.</summary>
public sealed record DepartmentPart(string Code, string Name);

/// <summary>Where the application was taken in.</summary>
public sealed record ServicePointPart(string Code, string Name);

/// <summary>Who applies.</summary>
public sealed record ApplicantPart(string Kind, string Name, string? IdNumber = null, string? Phone = null);

/// <summary>Whether the window has accepted already, and until when an answer is in time.</summary>
public sealed record AcceptancePart(string State, DateOnly? AcceptedOn = null, DateOnly? AnswerBy = null);

/// <summary>How long the law and the promise give.</summary>
public sealed record LimitsPart(int? LegalDays = null, string? LegalDayKind = null, int? PromisedDays = null);

/// <summary>A material, and where it is fetched.</summary>
public sealed record MaterialPart(string Id, string Name, string FileName, string ContentType, long Size, string Sha256, string Href, string Code = "");

/// <summary>A material that may follow after acceptance.</summary>
public sealed record OwedPart(string Name, string Code = "");

/// <summary>What is missing, and why.</summary>
public sealed record ProblemPart(string What, string Why);

/// <summary>What a field is called on the applicant's form.</summary>
public sealed record FieldPart(string Name, string? Label = null, string? Type = null);
