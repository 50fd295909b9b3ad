using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests;

internal static class TestExtensions
{
    public static DbContext GetDbContext<T>(this DbSet<T> set) where T : class => set.GetService<ICurrentDbContext>().Context;

    /// <summary>Takes one hosted service out, found by what its factory would make.</summary>
    public static void RemoveAll<THosted>(this IServiceCollection services, Type implementation)
    {
        var relay = services.Where(s => s.ServiceType == typeof(THosted) && s.ImplementationFactory?.Method.ReturnType == implementation).ToList();
        foreach (var descriptor in relay)
        {
            services.Remove(descriptor);
        }
    }
}
