using MlaBot.Chat.Cards;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Discord.Adapter;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>A post that is too long for one message.</summary>
public sealed class LongPostTests
{
    private const string Marker = "post:1:1";
    private static readonly ChannelKey Channel = new(new GroupKey(InteractionReader.Platform, "1"), "10");
    private static readonly Card Long = new([.. Enumerable.Range(1, 3).Select(part => new Section($"{part} {new string('x', 3000)}"))]);

    private readonly HistoryApi _api = new();
    private readonly DiscordPlatform _platform;

    public LongPostTests()
    {
        var guilds = new GuildList();
        guilds.Introduce(new Identity(HistoryApi.Self, "40"));
        _platform = new DiscordPlatform(_api, guilds, new ChannelExamination(_api), new MessageSearch(_api, guilds, TimeProvider.System));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_of_its_messages_is_sent_once_however_far_the_first_try_came(int sent)
    {
        _api.FailAfter = sent;
        await Should.ThrowAsync<ExternalFaultException>(PostAsync());
        for (var message = 0; message < 150; message++)
        {
            _api.Say("77", TimeProvider.System.GetUtcNow());
        }

        _api.FailAfter = null;
        var id = await PostAsync();

        _api.Sent.Count.ShouldBe(3);
        _api.Sent.Select(message => message.Nonce).Distinct().Count().ShouldBe(3);
        (await _platform.FindAsync(Channel, repliesTo: null, Marker, TimeSpan.FromHours(1), CancellationToken.None)).ShouldBe(id);
    }

    [Fact]
    public async Task A_post_of_one_message_is_sent_without_looking()
    {
        await _platform.PostAsync(Channel, new Card(new Section("Short.")), Marker, PostingStyle.Plain, CancellationToken.None);

        (_api.Sent.Count, _api.Pages).ShouldBe((1, 0));
    }

    private Task<string> PostAsync() => _platform.PostAsync(Channel, Long, Marker, PostingStyle.Plain, CancellationToken.None);
}
