using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Reductions;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Lists;

/// <summary>The published lists (四张清单、公共服务事项清单、材料精简清单).</summary>
internal static class ListSetup
{
    internal const string Desk = "/desk/lists";

    internal static void AddPublishedLists(this IServiceCollection services)
    {
        services.AddSingleton<ListDates>();
        services.AddSingleton<ReductionShelf>();
        services.AddSingleton<ReadReductions>();
        services.AddSingleton<IListSource, ReadItemList>();
        services.AddSingleton<IListSource>(provider => provider.GetRequiredService<ReadReductions>());
        services.AddSingleton<IListSource, ReadImportedList>();
        services.AddSingleton<IPublishedLists, ReadLists>();
        services.AddScoped<ReadListFile>();
        services.AddScoped<PublishList>();
        services.AddSingleton(new DeskEntry(Policies.Editor, Desk, "clipboard-list", "清单公布", "公布部门责任、企业投资负面和专项资金清单"));
    }
}
