using System.Globalization;
using System.Text.Json;
using MlaBot.Core.Channels;
using MlaBot.Discord.Adapter;
using MlaBot.Discord.Rendering;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>How far back the bot looks for a message of its own.</summary>
public sealed class MessageSearchTests
{
    private const string Marker = "post:1:1";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ChannelKey Channel = new(new GroupKey(InteractionReader.Platform, "1"), "10");

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly HistoryApi _api = new();

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(350)]
    public async Task A_message_is_found_behind_everything_that_was_said_since(int later)
    {
        var own = _api.Say(HistoryApi.Self, Start, Marker);
        Chatter(later);
        _clock.Advance(TimeSpan.FromHours(1));

        (await FindAsync(TimeSpan.FromHours(1))).ShouldBe(own);
    }

    [Fact]
    public async Task It_looks_no_further_back_than_the_message_may_have_been_sent()
    {
        for (var minute = 0; minute < 600; minute++)
        {
            _api.Say("77", Start.AddMinutes(minute));
        }

        _clock.Advance(TimeSpan.FromMinutes(600));

        (await FindAsync(TimeSpan.FromMinutes(30))).ShouldBeNull();
        _api.Pages.ShouldBe(1);
        (await FindAsync(TimeSpan.FromMinutes(180))).ShouldBeNull();
        _api.Pages.ShouldBe(3);
    }

    [Fact]
    public async Task When_nobody_knows_how_long_ago_it_was_the_newest_messages_are_looked_through()
    {
        Chatter(600);

        (await FindAsync(within: null)).ShouldBeNull();
        _api.Pages.ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_never_falls_silent_is_given_up_after_two_thousand_messages()
    {
        Chatter(3000);

        (await FindAsync(TimeSpan.FromDays(1))).ShouldBeNull();
        _api.Pages.ShouldBe(20);
    }

    [Fact]
    public async Task A_message_of_somebody_else_with_the_same_marker_is_not_the_bots()
    {
        _api.Say("77", Start, Marker);

        (await FindAsync(TimeSpan.FromHours(1))).ShouldBeNull();
    }

    private void Chatter(int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            _api.Say("77", Start.AddSeconds(1 + message));
        }
    }

    private async Task<string?> FindAsync(TimeSpan? within)
    {
        var guilds = new GuildList();
        guilds.Introduce(new Identity(HistoryApi.Self, "40"));
        return (await new MessageSearch(_api, guilds, _clock).FindAsync(Channel, [Marker], within, CancellationToken.None)).GetValueOrDefault(Marker);
    }
}

/// <summary>A channel's messages, as Discord pages through them.</summary>
internal sealed class HistoryApi : UncalledApi
{
    public const string Self = "40";

    private readonly List<ReceivedMessage> _messages = [];

    /// <summary>How often a page was asked for.</summary>
    public int Pages { get; private set; }

    /// <summary>How many messages are taken before Discord cannot be reached; null for all.</summary>
    public int? FailAfter { get; set; }

    /// <summary>What the bot sent.</summary>
    public List<MessagePayload> Sent { get; } = [];

    /// <summary>Puts a message behind all others.</summary>
    /// <returns>Its id.</returns>
    public string Say(string author, DateTimeOffset at, string? marker = null) => Say(author, at, marker is null ? null : PostMarker.Id(marker));

    /// <inheritdoc/>
    public override Task<IReadOnlyList<ReceivedMessage>> MessagesAsync(string guild, string channel, int limit, string? before, CancellationToken cancellationToken)
    {
        Pages++;
        return Task.FromResult<IReadOnlyList<ReceivedMessage>>(
            [.. Enumerable.Reverse(_messages).Where(message => before is null || Number(message.Id) < Number(before)).Take(limit)]);
    }

    /// <inheritdoc/>
    public override Task<ReceivedMessage> CreateMessageAsync(string guild, string channel, MessagePayload message, CancellationToken cancellationToken)
    {
        if (Sent.Count >= FailAfter)
        {
            throw new DiscordApiException("Discord could not be reached", status: null, code: 0, isTransient: true);
        }

        Sent.Add(message);
        Say(Self, TimeProvider.System.GetUtcNow(), message.Components!.OfType<Container>().Single().Id);
        return Task.FromResult(_messages[^1]);
    }

    private string Say(string author, DateTimeOffset at, int? box)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{((ulong)(at.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) + (ulong)_messages.Count}");
        _messages.Add(new ReceivedMessage
        {
            Id = id,
            Author = new ReceivedUser { Id = author },
            Components = JsonSerializer.SerializeToElement(box is null ? [] : new[] { new { type = 17, id = box } }),
        });
        return id;
    }

    private static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);
}
