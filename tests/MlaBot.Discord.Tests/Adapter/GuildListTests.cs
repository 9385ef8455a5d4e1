using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;
using MlaBot.Discord.Adapter;
using MlaBot.Discord.Tests.Gateway;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>Which guilds can be reached, from what the gateway says about them.</summary>
public sealed class GuildListTests : IAsyncDisposable
{
    // (id >> 22) % 2 is the number of the shard.
    private static readonly string Even = $"{200UL << 22}";
    private static readonly string OtherEven = $"{202UL << 22}";
    private static readonly string Odd = $"{201UL << 22}";

    private readonly GuildList _guilds = new();
    private readonly GuildWatcher _watcher;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _watching;

    public GuildListTests()
    {
        var channels = EmptyStores.Of<IChannelStore>();
        var pause = new PauseSchedules(EmptyStores.Of<IDailyStore>(), channels, EmptyStores.Of<IDraftStore>(), new AdminNews(EmptyStores.Of<IDraftStore>(), EmptyStores.Of<IDailyPublisher>()), EmptyStores.Of<IDailyLog>());
        var greeter = new Greeter(new GreetedGuilds(Path.GetTempPath(), NullLogger<GreetedGuilds>.Instance), channels, EmptyStores.Of<IWelcome>(), NullLogger<Greeter>.Instance);
        _watcher = new GuildWatcher(_guilds, channels, pause, greeter, NullLogger<GuildWatcher>.Instance);
        _watching = _watcher.RunAsync(_ending.Token);
    }

    [Fact]
    public async Task A_new_session_of_one_shard_leaves_the_guilds_of_a_shard_that_resumed_within_reach()
    {
        Hear(0, "RESUMED", "{}");
        await Rig.UntilAsync(() => _guilds.CanReach(Even));

        Hear(1, "READY", Ready(1, Odd));
        Hear(1, "GUILD_CREATE", $$"""{"id":"{{Odd}}"}""");

        // Its shard has a list, and it is not in it.
        await Rig.UntilAsync(() => !_guilds.CanReach($"{203UL << 22}"));
        await Rig.UntilAsync(() => _guilds.CanReach(Odd));
        _guilds.CanReach(Even).ShouldBeTrue();
    }

    [Fact]
    public async Task A_shard_that_has_not_spoken_yet_has_no_guild_within_reach_once_the_number_of_shards_is_known()
    {
        Hear(1, "READY", Ready(1, Odd));
        Hear(1, "GUILD_CREATE", $$"""{"id":"{{Odd}}"}""");

        await Rig.UntilAsync(() => _guilds.CanReach(Odd));
        _guilds.CanReach(Even).ShouldBeFalse();
        Hear(0, "RESUMED", "{}");
        await Rig.UntilAsync(() => _guilds.CanReach(Even));
    }

    [Fact]
    public async Task A_new_list_makes_its_guilds_wait_for_their_event_and_forgets_those_that_it_lacks()
    {
        Hear(0, "READY", Ready(0, Even, OtherEven));
        Hear(0, "GUILD_CREATE", $$"""{"id":"{{Even}}"}""");
        Hear(0, "GUILD_CREATE", $$"""{"id":"{{OtherEven}}"}""");
        Hear(1, "READY", Ready(1, Odd));
        Hear(1, "GUILD_CREATE", $$"""{"id":"{{Odd}}"}""");
        await Rig.UntilAsync(() => _guilds.CanReach(Even) && _guilds.CanReach(OtherEven) && _guilds.CanReach(Odd));

        Hear(0, "READY", Ready(0, Even));

        await Rig.UntilAsync(() => !_guilds.CanReach(Even));
        _guilds.CanReach(OtherEven).ShouldBeFalse("it removed the bot meanwhile");
        _guilds.CanReach(Odd).ShouldBeTrue("it is of another shard");
        Hear(0, "GUILD_CREATE", $$"""{"id":"{{Even}}"}""");
        await Rig.UntilAsync(() => _guilds.CanReach(Even));
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAny(_watching);
        _ending.Dispose();
    }

    private static string Ready(int shard, params IEnumerable<string> guilds) =>
        $$"""{"shard":[{{shard}},2],"guilds":[{{string.Join(',', guilds.Select(guild => $$"""{"id":"{{guild}}","unavailable":true}"""))}}]}""";

    private void Hear(int shard, string name, string data) => _watcher.Enqueue(shard, name, Encoding.UTF8.GetBytes(data));
}
