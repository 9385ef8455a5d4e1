namespace MlaBot.Benchmarks.Load;

/// <summary>What a ratio to a rival is worth beside its goal, and beside what the least that can do the work reaches.</summary>
internal static class Verdict
{
    /// <param name="ours">A time or a cost.</param>
    /// <param name="theirs">The rival's.</param>
    /// <param name="floor">That of the client that does the least.</param>
    /// <param name="goal">The most that ours may be, in parts of theirs.</param>
    /// <param name="isNoisy">True when other programs held the processor.</param>
    public static string On(double ours, double theirs, double floor, double goal, bool isNoisy)
    {
        var verdict = ours / theirs <= goal ? "met" : floor / theirs > goal ? "MISSED, floor too" : "MISSED";
        return isNoisy ? verdict + " NOISY" : verdict;
    }
}
