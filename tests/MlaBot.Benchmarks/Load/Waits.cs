namespace MlaBot.Benchmarks.Load;

/// <summary>How long people waited, in ms.</summary>
internal sealed class Waits
{
    private readonly List<double> _all = [];

    public int Count => _all.Count;

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public double Longest => _all.Max();

    public void Add(TimeSpan wait) => _all.Add(wait.TotalMilliseconds);

    private double At(double share) => _all.Order().ElementAt((int)(_all.Count * share));
}
