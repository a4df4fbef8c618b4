using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Kernel.Journals;

/// <summary>Registers the journal and its readers.</summary>
public static class JournalSetup
{
    /// <summary>Adds a reader and the loop that drives it.</summary>
    public static IServiceCollection AddJournalReader<TReader>(this IServiceCollection services) where TReader : class, IJournalReader =>
        services.AddScoped<TReader>().AddHostedService<JournalReaderLoop<TReader>>();
}
