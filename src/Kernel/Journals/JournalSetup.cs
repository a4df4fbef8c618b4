using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Kernel.Journals;

/// <summary>Registers the journal's readers and followers.</summary>
public static class JournalSetup
{
    /// <summary>Adds a reader and the loop that drives it.</summary>
    public static IServiceCollection AddJournalReader<TReader>(this IServiceCollection services) where TReader : class, IJournalReader
    {
        if (TReader.ParkAfter > 0) services.AddScoped<Parking<TReader>>().AddScoped<IParking>(provider => provider.GetRequiredService<Parking<TReader>>());
        return services.AddScoped<TReader>().AddHostedService<JournalReaderLoop<TReader>>();
    }

    /// <summary>Adds a follower, one for the node, and the loop that drives it.</summary>
    public static IServiceCollection AddJournalFollower<TFollower>(this IServiceCollection services) where TFollower : class, IJournalFollower =>
        services.AddSingleton<TFollower>().AddHostedService<JournalFollowerLoop<TFollower>>();
}
