using MlaBot.Core.Marathons;
using MlaBot.Storage.Tests.Boards;
using MlaBot.Testing;
using MlaBot.Testing.Chat;
using MlaBot.Testing.Daily;

namespace MlaBot.Storage.Tests.Marathons;

/// <summary>A group with a challenge over several days.</summary>
internal static class MarathonGroup
{
    public static IMarathonStore Marathons(this TestGroup group) => group.Engine.Get<IMarathonStore>();

    public static async Task<TestGroup> StartAsync(int days, string now = "2026-03-02T07:00Z", string zone = "Europe/Berlin")
    {
        var group = await BoardGroup.StartAsync(now, zone);
        await group.PlanAsync(days);
        return group;
    }

    /// <summary>Plans one that begins today.</summary>
    public static async Task<Marathon> PlanAsync(this TestGroup group, int days, string title = "Spring") => (await group.Engine.Get<ManageMarathons>()
        .StartAsync(group.Channel.Key, new MarathonWish(days, title) { IsToday = true }, default)).ShouldBeOk();

    public static async Task<MarathonView> SeeAsync(this TestGroup group, string user = "ada", bool last = false) =>
        (await group.Engine.Get<ShowMarathon>().HandleAsync(group.Learner(user), group.Channel.Key, last, default)).ShouldBeOk();

    public static async Task<FinalMarathon?> FinalAsync(this TestGroup group) => (await group.Marathons().FindLastAsync(group.Channel.Key, default))?.Final;

    /// <summary>What the channel was told of challenges over several days: the last part of each marker.</summary>
    public static string[] Told(this TestGroup group) => [.. group.Messages().Select(message => message.Marker.Split(':')[^1])];

    public static SentMessage[] Messages(this TestGroup group) =>
        [.. group.ChatPlatform.Messages.Where(message => message.Marker.StartsWith("marathon:", StringComparison.Ordinal))];
}
