using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Reform;

/// <summary>机构改革: a department was renamed or merged while the case was open; who decides it now.</summary>
[Fact("acceptance.case-moved")]
public sealed record CaseMoved(string FromName, string Department, string DepartmentName);
