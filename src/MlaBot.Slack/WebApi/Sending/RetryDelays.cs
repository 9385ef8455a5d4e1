namespace MlaBot.Slack.WebApi.Sending;

/// <summary>The waits before another try, each up to half longer or shorter by chance.</summary>
internal sealed class RetryDelays(WebTuning tuning, Random random)
{
    private readonly Lock _gate = new();

    /// <summary>The wait after a fault.</summary>
    /// <param name="faults">Faults before this one.</param>
    public TimeSpan Next(int faults)
    {
        lock (_gate)
        {
            return tuning.FaultDelays[faults] * (0.5 + random.NextDouble());
        }
    }
}
