using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Identity.Accounts;
using Yiwang.Identity.Delegations;
using Yiwang.Identity.Demo;
using Yiwang.Identity.Kiosk;
using Yiwang.Identity.SignIn;
using Yiwang.Identity.Tokens;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Identity;

/// <summary>统一认证: residents, companies' agents and officials who sign in, systems that fetch tokens, and what each may do.</summary>
public sealed class IdentityModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Yiwang")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(configuration["DataFolder"] ?? ".data", "keys")));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie => IdentityAccess.ConfigureCookie(cookie, configuration.IsProduction()));
        services.AddIdentityCore<Person>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddScoped<IStartTask, KeyAccounts>();
        services.AddAccess();
        services.AddTokens(configuration);
        services.AddScoped<SignInHandler>();
        services.AddSingleton<UsedReadings>();
        services.AddScoped<ICardSignIn, CardSignIn>();
        services.AddScoped<IClients, Clients>();
        services.AddScoped<DelegationActs>();
        services.Configure<SecurityStampValidatorOptions>(options => options.OnRefreshingPrincipal = ActFor.Refresh);
        services.AddScoped<AccountCheck>();
        services.AddScoped<IAccounts, AccountBook>();
        services.AddScoped<IColleagues, Colleagues>();
        services.AddScoped<DemoPeople>();
        services.AddScoped<IDemoSeed>(provider => provider.GetRequiredService<DemoPeople>());
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model)
    {
        model.UseOpenIddict();
        model.ApplyConfigurationsFromAssembly(typeof(IdentityModule).Assembly);
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.ClrType.Namespace?.StartsWith("OpenIddict", StringComparison.Ordinal) is true))
        {
            entity.SetTableName($"identity_{entity.ClrType.Name.Replace("OpenIddictEntityFrameworkCore", "system_", StringComparison.Ordinal).Split('`')[0].ToLowerInvariant()}s");
        }
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapTokens();
        routes.MapDelegations();
        routes.MapPost(IdentityRoutes.SignOut, async (HttpContext http) =>
        {
            // Nothing of the form is read, so nothing else would ask whether its token was right.
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Results.LocalRedirect("/");
        }).WithMetadata(new RequireAntiforgery()).ExcludeFromDescription();
    }
}
