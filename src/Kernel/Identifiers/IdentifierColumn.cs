using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Yiwang.Kernel.Identifiers;

/// <summary>Stores an identifier as its canonical text. What the database holds was checked when it was written, so reading trusts it.</summary>
internal sealed class IdentifierColumn<T>() : ValueConverter<T, string>(id => id.Value, text => Read(text))
    where T : struct, IIdentifier<T>
{
    private static T Read(string text) => text.Length == 0 ? default : T.Parse(text, null);
}

/// <summary>Tells the model how each identifier type is stored.</summary>
internal static class IdentifierColumns
{
    internal static void StoreIdentifiers(this ModelConfigurationBuilder model)
    {
        Store<CaseNumber>(model);
        Store<ItemCode>(model);
        Store<RegionCode>(model);
        Store<ResidentId>(model);
        Store<CreditCode>(model);
    }

    private static void Store<T>(ModelConfigurationBuilder model) where T : struct, IIdentifier<T> =>
        model.Properties<T>().HaveConversion<IdentifierColumn<T>>().HaveMaxLength(T.MaxLength).AreUnicode(false);
}
