namespace MlaBot.Benchmarks.Pacing;

internal static class PacingBenchmark
{
    public const int Channels = 2_000;

    public static Task RunAsync(int channels) => Task.FromResult(channels);
}
