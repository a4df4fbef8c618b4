using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Yiwang.Exchange;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Bench;

/// <summary>A department inside the process that decides at once, by the same signed messages as any other.</summary>
internal sealed class BenchDepartment(ILocalSigning signing, IServiceProvider services) : ILocalSystem
{
    private static readonly (string Type, JsonObject Data)[] Replies =
    [
        ("case.accepted", []), ("step.completed", new() { ["step"] = "审查" }), ("decision.made", new() { ["result"] = "granted", ["documentNumber"] = "甬测〔2026〕1号" }),
        ("licence.issued", new() { ["name"] = "营业执照", ["number"] = "9233" }), ("case.closed", []),
    ];

    private readonly Channel<string> _cases = Channel.CreateUnbounded<string>();

    public string Code => ExchangeNames.HandlingSystem;

    public async Task<Outcome> Receive(ReadOnlyMemory<byte> body, string signature, CancellationToken stop)
    {
        if (!signing.IsFromPlatform(Code, body, signature)) throw new InvalidOperationException("Not from the platform.");
        await _cases.Writer.WriteAsync((string)JsonNode.Parse(body.Span)!["subject"]!, stop);
        return Outcome.Done;
    }

    /// <summary>Replies to what comes in, several cases at once.</summary>
    internal Task Work(int hands, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, hands).Select(async _ =>
    {
        var inbox = (IExchangeInbox)services.GetService(typeof(IExchangeInbox))!;
        await foreach (var number in _cases.Reader.ReadAllAsync(stop))
        {
            for (var i = 0; i < Replies.Length; i++)
            {
                var message = new JsonObject
                {
                    ["specversion"] = "1.0", ["id"] = Guid.NewGuid().ToString(), ["source"] = $"urn:yiwang:system:{Code}", ["type"] = Replies[i].Type,
                    ["subject"] = number, ["time"] = TimeProvider.System.GetUtcNow(), ["sequence"] = i + 1, ["data"] = Replies[i].Data.DeepClone(),
                };
                var bytes = Encoding.UTF8.GetBytes(message.ToJsonString(Journal.Json));
                var outcome = await inbox.Receive(bytes, signing.Sign(Code, bytes), stop);
                if (!outcome.IsDone) Environment.FailFast($"{Replies[i].Type} of {number}: {outcome.Refusal.Code} {outcome.Refusal.Reason}");
            }
        }
    }));
}
