using System.Net;
using Yiwang.Bench;

namespace Yiwang.Tests.Kit;

/// <summary>A case as the handling room shows it.</summary>
internal static class ArrivedTask
{
    /// <summary>The page of its task, once it has come through the exchange.</summary>
    internal static async Task<string> Of(PageClient official, string number)
    {
        var page = $"desk/handling/{number}";
        await Wait.Until(async () => (await official.Read(page)).Status is HttpStatusCode.OK, $"{number} has not come");
        return page;
    }
}
