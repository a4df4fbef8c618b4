using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Personal;

/// <summary>Columns that hold personal data are sealed.</summary>
public static class PersonalColumns
{
    private const string Annotation = "Yiwang:Personal";

    /// <summary>
    /// Stores this text or identifier sealed. It cannot be searched for: keep <see cref="PersonalSeal.LookUp"/> beside it where it must be found.
    /// </summary>
    public static PropertyBuilder<T> IsPersonal<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Annotation, true);

    /// <summary>Gives each column that was declared personal its seal, over what it is stored as otherwise.</summary>
    internal static void SealPersonal(this ModelBuilder model, PersonalSeal seal)
    {
        var sealing = new ValueConverter<string, string>(text => seal.Seal(text), stored => seal.Open(stored));
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()).Where(p => p.FindAnnotation(Annotation) is not null))
        {
            property.RemoveAnnotation(Annotation);
            property.SetMaxLength(null);
            property.SetIsUnicode(null);
            property.SetValueConverter(property.GetValueConverter()?.ComposeWith(sealing) ?? sealing);
        }
    }
}

/// <summary>Models of databases with other keys are other models, where several live in one process.</summary>
internal sealed class ModelByKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, context is YiwangDb db ? string.Join(' ', db.Seal.Keys) : null);
}
