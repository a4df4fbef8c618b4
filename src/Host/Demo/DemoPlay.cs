namespace Yiwang.Host.Demo;

internal sealed class DemoPlay(Uri platform, Uri systems, string data)
{
    internal Task<int> Run(CancellationToken stop) => Task.FromResult(platform == systems || data.Length == 0 || stop.IsCancellationRequested ? 1 : 0);
}
