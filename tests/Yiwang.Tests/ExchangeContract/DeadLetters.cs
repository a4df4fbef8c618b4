using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Exchange;
using Yiwang.Exchange.Operate;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.ExchangeContract;

internal static class DeadLetters
{
    /// <summary>Waits for the dead message of a case.</summary>
    internal static async Task<Guid> Of(Site site, string number)
    {
        var about = CaseNumber.Parse(number, null);
        for (var i = 0; ; i++)
        {
            var dead = await site.In(services => services.GetRequiredService<YiwangDb>().Set<OutboundMessage>().FirstOrDefaultAsync(m => m.Case == about && m.State == OutboundState.Dead));
            if (dead is not null) return dead.Id;
            Assert.True(i < 1800, "No dead letter");
            await Task.Delay(50);
        }
    }

    internal static async Task Resend(Site site, Guid message) =>
        Assert.True((await site.In(services => services.GetRequiredService<ResendHandler>().Run(message, default))).IsDone);
}
