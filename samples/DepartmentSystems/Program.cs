using DepartmentSystems;
using DepartmentSystems.Connections;
using DepartmentSystems.Decide;
using DepartmentSystems.Materials;
using DepartmentSystems.OwnForms;
using DepartmentSystems.Pages;
using DepartmentSystems.Receive;
using DepartmentSystems.Send;
using DepartmentSystems.Signing;
using Microsoft.AspNetCore.DataProtection;

// The own forms and the style sheet lie beside the program.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var data = Path.GetFullPath(builder.Configuration["data"] ?? ".data/departments", Environment.CurrentDirectory);
var connections = Path.GetFullPath(builder.Configuration["connections"] ?? ".data/connections", Environment.CurrentDirectory);
Directory.CreateDirectory(data);

builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning)
    .AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data, "keys"))).SetApplicationName("DepartmentSystems");
builder.Services.AddRazorComponents();
builder.Services.AddAntiforgery();
builder.Services.AddHttpClient(Platform.HttpClient, client => client.Timeout = TimeSpan.FromSeconds(15))
    .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IReadOnlyList<DepartmentSystem>>(_ => [.. SystemProfile.All.Select(p => DepartmentSystem.Start(p, data))]);
builder.Services.AddSingleton(new ConnectionFolder(connections));
builder.Services.AddSingleton(FormCabinet.Read(Path.Combine(AppContext.BaseDirectory, "forms")));
builder.Services.AddSingleton<PlatformKeys>().AddSingleton<SignatureCheck>().AddSingleton<PlatformToken>().AddSingleton<PostReply>();
builder.Services.AddSingleton<Inbox>().AddSingleton<DecideCase>().AddSingleton<Resend>();
builder.Services.AddHostedService<ConnectionWatch>().AddHostedService<FetchMaterials>().AddHostedService<SendReplies>().AddHostedService<Robot>();

var app = builder.Build();
app.UseStaticFiles();
app.UseSecurityHeaders();
app.UseRouting();
app.UseAntiforgery();
app.MapSystems();
await app.RunAsync();
