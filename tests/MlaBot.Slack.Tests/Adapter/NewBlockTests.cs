using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Slack.Adapter;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.Tests.Server;
using MlaBot.Slack.WebApi;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.World;

namespace MlaBot.Slack.Tests.Adapter;

/// <summary>Posts, edits and direct messages on a Slack that refuses newer blocks.</summary>
public sealed class NewBlockTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private LocalSlack _slack = null!;
    private SlackApi _api = null!;
    private Workspace _workspace = null!;
    private SlackPlatform _platform = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelKey Daily => new(_workspace.Group, _slack.Daily.Id);

    public async ValueTask InitializeAsync()
    {
        _slack = await LocalSlack.StartAsync();
        var tokens = new SlackTokens(_slack.App.BotToken, _slack.App.AppToken);
        var options = new SlackOptions { Workspaces = [tokens], ApiBaseUrl = new Uri(_slack.Server.ApiBaseUrl) };
        _api = new SlackApi(options, tokens, TimeProvider.System, new Random(1), NullLogger<SlackApi>.Instance);
        _workspace = new Workspace(1, "Slack", _api);
        _workspace.Introduce(await _api.IntroduceAsync(Token));
        _platform = new SlackPlatform(
            new WorkspaceList([_workspace]),
            new(() => new CommandWords(options, [])),
            new WorkspaceClosing(_services, NullLogger<WorkspaceClosing>.Instance),
            new ChannelMembers(TimeProvider.System, NullLogger<ChannelMembers>.Instance),
            TimeProvider.System,
            NullLogger<SlackPlatform>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _slack.ShouldHaveNoViolations();
        _workspace.Dispose();
        _api.Dispose();
        await _services.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_table_that_is_refused_is_posted_edited_and_told_as_text()
    {
        _slack.Server.Faults.Add(new(FaultKind.InvalidBlock) { BlockType = "table" });

        var ts = await _platform.PostAsync(Daily, Podium("Ada"), "7@1", PostingStyle.Plain, Token);
        var posted = _slack.Daily.Find(ts).ShouldNotBeNull();
        Types(posted).ShouldBe(["header", "rich_text"]);
        posted.Words.ShouldContain("1      Ada");
        posted.Metadata!["event_payload"]!["key"]!.ToString().ShouldBe("7@1");

        await ((IChatPlatform)_platform).EditConfirmedAsync(Daily, ts, Podium("Ben"), PostingStyle.Plain, Token);
        posted.Words.ShouldContain("1      Ben");

        (await _platform.TellAsync(new LearnerKey(_workspace.Group, _slack.Ada.Id), Podium("Chen"), Token)).ShouldBeTrue();
        _slack.Control.DirectMessages(_slack.Ada, _slack.App).Single().Words.ShouldContain("1      Chen");
    }

    [Fact]
    public async Task A_picture_that_is_refused_is_posted_as_its_words()
    {
        _slack.Server.Faults.Add(new(FaultKind.InvalidBlock) { BlockType = "image" });

        var ts = await _platform.PostAsync(Daily, new Card(new Header("Map"), new Picture(Png, "1.1 40 %, cool")), "8@1", PostingStyle.Plain, Token);
        var posted = _slack.Daily.Find(ts).ShouldNotBeNull();
        Types(posted).ShouldBe(["header", "rich_text"]);
        posted.Words.ShouldContain("1.1 40 %, cool");
    }

    [Fact]
    public async Task A_table_whose_text_is_too_long_for_one_message_is_found_by_its_last_part()
    {
        _slack.Server.Faults.Add(new(FaultKind.InvalidBlock) { BlockType = "table" });
        var rows = Enumerable.Range(0, 90).Select(number => (IReadOnlyList<string>)[$"{number}", new string('x', 60)]).ToArray();
        var long1 = new Section(new string('y', 2800));

        var ts = await _platform.PostAsync(Daily, new Card(long1, long1, new Table(["Number", "Name"], rows)), "9@1", PostingStyle.Plain, Token);
        var parts = _slack.Control.Seen(_slack.Ada, _slack.Daily).Where(message => message.App is not null).ToArray();
        parts.Select(part => part.Metadata!["event_payload"]!["key"]!.ToString()).ShouldBe(["9@1/1", "9@1"]);
        parts[^1].Ts.ShouldBe(ts);
        string.Concat(parts.Select(part => part.Words)).ShouldContain("89");
    }

    private static Card Podium(string first) => new(new Header("Podium"), new Table(["Place", "Name"], [["1", first]]));

    private IReadOnlyList<string> Types(Message message)
    {
        lock (_slack.Server.World.Gate)
        {
            return [.. message.Blocks.Select(block => (string)block!["type"]!)];
        }
    }
}
