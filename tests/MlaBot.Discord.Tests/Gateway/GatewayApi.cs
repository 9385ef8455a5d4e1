using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>Answers <c>/gateway/bot</c> from a list; the last answer stays. Nothing else is called by the gateway client.</summary>
internal sealed class GatewayApi : UncalledApi
{
    public Queue<Func<GatewayInfo>> Answers { get; } = new();

    public int Calls { get; private set; }

    public override Task<GatewayInfo> GatewayAsync(CancellationToken cancellationToken)
    {
        lock (Answers)
        {
            Calls++;
            return Task.Run(Answers.Count > 1 ? Answers.Dequeue() : Answers.Peek(), cancellationToken);
        }
    }
}
