using Yiwang.Kernel.Journals;

namespace Yiwang.Directory;

/// <summary>The directory was imported as a whole (区划、部门、服务点导入).</summary>
/// <param name="Regions">How many regions it has.</param>
/// <param name="Departments">How many departments.</param>
/// <param name="Points">How many service points.</param>
[Fact("directory.imported")]
public sealed record DirectoryImported(int Regions, int Departments, int Points);
