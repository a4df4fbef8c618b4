namespace Yiwang.Tests.Kit;

/// <summary>What goes through the exchange or is done by a reader of the journal takes a moment.</summary>
internal static class Wait
{
    /// <summary>Asks again and again, for a minute and a half: a busy machine may stand still for much of one.</summary>
    internal static async Task Until(Func<Task<bool>> holds, string otherwise)
    {
        for (var i = 0; !await holds(); i++)
        {
            Assert.True(i < 1800, otherwise);
            await Task.Delay(50);
        }
    }
}
