using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Concord.Support;

/// <summary>The model as it is, but texts are not read back: the listening connection answers with empty ones, which are no enumeration member and no JSON.</summary>
internal sealed class OneWayModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            var converter = property.GetValueConverter()
                ?? (type.IsEnum && property.GetProviderClrType() == typeof(string) ? (ValueConverter)Activator.CreateInstance(typeof(EnumToStringConverter<>).MakeGenericType(type))! : null);
            if (converter?.ProviderClrType == typeof(string))
            {
                property.SetProviderClrType(null);
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(OneWay<>).MakeGenericType(converter.ModelClrType), converter)!);
            }
        }
    }

    private sealed class OneWay<TModel>(ValueConverter<TModel, string> converter)
        : ValueConverter<TModel, string>(converter.ConvertToProviderExpression, _ => default!, converter.MappingHints);
}
