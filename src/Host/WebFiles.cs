using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
using Yiwang.Kernel.Pages;

namespace Yiwang.Host;

/// <summary>
/// Serves the web files, compressed at the build where the browser takes it: they hold no secret, so that is safe over TLS too. A file that is
/// asked for with the mark of its content is kept for good, any other for an hour.
/// </summary>
internal static class WebFiles
{
    private static readonly (string Encoding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];
    private static readonly FileExtensionContentTypeProvider Types = new();

    internal static void UseWebFiles(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        var assets = app.Services.GetRequiredService<WebAssets>();
        app.Use((http, next) =>
        {
            var path = http.Request.Path.Value ?? "";
            if (!path.StartsWith("/dist/", StringComparison.Ordinal) || !Types.TryGetContentType(path, out _)) return next(http);
            http.Items[typeof(WebFiles)] = path;
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            var accepted = http.Request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is null or > 0).Select(e => e.Value.Value).ToList();
            foreach (var (encoding, ending) in Compressed)
            {
                if (!accepted.Contains(encoding, StringComparer.OrdinalIgnoreCase) || !files.GetFileInfo(path + ending).Exists) continue;
                http.Request.Path = path + ending;
                http.Response.Headers.ContentEncoding = encoding;
                break;
            }
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new CompressedTypes(),
            OnPrepareResponse = context =>
            {
                var request = context.Context.Request;
                var marked = context.Context.Items[typeof(WebFiles)] is string path && request.Query[WebAssets.Mark] is [{ } mark] && mark == assets.MarkOf(path);
                context.Context.Response.Headers.CacheControl = marked ? "public, max-age=31536000, immutable" : "public, max-age=3600";
            },
        });
    }

    /// <summary>The type of a compressed file is that of what is in it.</summary>
    private sealed class CompressedTypes : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, out string contentType)
        {
            var ending = Array.Find(Compressed, c => subpath.EndsWith(c.Ending, StringComparison.Ordinal)).Ending;
            return Types.TryGetContentType(ending is null ? subpath : subpath[..^ending.Length], out contentType!);
        }
    }
}
