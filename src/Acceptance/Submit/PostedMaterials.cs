using Microsoft.AspNetCore.Http;
using Yiwang.Documents;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Submit;

/// <summary>Stores the files that a page with <see cref="MaterialInputs"/> posted.</summary>
internal static class PostedMaterials
{
    /// <summary>What was handed in, or what is wrong with each file.</summary>
    internal static async Task<Outcome<IReadOnlyList<MaterialChoice>>> Store(this IMaterials materials, IReadOnlyList<MaterialNeed> needs, IFormFileCollection files, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        var choices = new List<MaterialChoice>();
        foreach (var need in needs)
        {
            if (files.GetFile($"materials.{need.Code}") is not { Length: > 0 } file) continue;
            await using var content = file.OpenReadStream();
            var stored = await materials.Upload(content, file.FileName, stop);
            if (stored.IsDone) choices.Add(new(need.Code, stored.Value.Id));
            else problems.Add(new($"materials.{need.Code}", stored.Refusal.Reason));
        }
        return problems.Count > 0 ? Refusal.Invalid(problems) : choices;
    }
}
