using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Pacing;

/// <summary>How a busy morning went.</summary>
/// <param name="Posts">Questions posted.</param>
/// <param name="Seconds">From the first to the last.</param>
/// <param name="LargestLag">The most questions by which one guild was ahead of another that still waited for some.</param>
/// <param name="Uneven">Channels that have more or fewer questions than schedules, or one twice.</param>
/// <param name="Presses">Waits of the presses made meanwhile, in ms, sorted; infinite where no answer came.</param>
internal sealed record MorningFigures(int Posts, double Seconds, int LargestLag, int Uneven, double[] Presses)
{
    public double PerSecond => Posts / Math.Max(Seconds, 0.001);

    public static MorningFigures Of(IReadOnlyCollection<Message> posts, double[] presses)
    {
        var inOrder = posts.OrderBy(post => post.Id).ToArray();
        var uneven = posts.GroupBy(post => post.Channel).Count(channel =>
            channel.Count() != BusyDiscord.Schedules || channel.DistinctBy(Title, StringComparer.Ordinal).Count() != BusyDiscord.Schedules);
        return new MorningFigures(inOrder.Length, (inOrder[^1].SentAt - inOrder[0].SentAt).TotalSeconds, Lag(inOrder), uneven, presses);
    }

    /// <summary>The wait within which a share of the presses was answered, in ms.</summary>
    public double Within(double share) => Presses[Math.Min((int)(Presses.Length * share), Presses.Length - 1)];

    // "Question 12 · Domain 3: ...": the number is the post's, the domain the schedule's.
    private static string Title(Message post) => post.Text[post.Text.IndexOf("Domain", StringComparison.Ordinal)..].Split('\n')[0];

    private static int Lag(Message[] inOrder)
    {
        var wanted = inOrder.GroupBy(post => post.Channel.Guild!).ToDictionary(guild => guild.Key, guild => guild.Count());
        var have = wanted.Keys.ToDictionary(guild => guild, _ => 0);
        var largest = 0;
        foreach (var post in inOrder)
        {
            var count = ++have[post.Channel.Guild!];
            var least = have.Where(guild => guild.Value < wanted[guild.Key]).Select(guild => guild.Value).DefaultIfEmpty(count).Min();
            largest = Math.Max(largest, count - least);
        }

        return largest;
    }
}
