using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Slack.Adapter;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.Tests.SocketMode;
using MlaBot.Slack.WebApi;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.Adapter;

/// <summary>Edits while Slack lets none through, and replies that land elsewhere.</summary>
public sealed class EditTests : IDisposable
{
    private static readonly ChannelKey Channel = new(new GroupKey(Workspace.Platform, "T1"), "C1");
    private static readonly Card Card = new(new Section("Answers are open."));

    private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly Workspace _workspace;
    private readonly QuietApi _api;
    private readonly RecordingLogger<SlackPlatform> _log = new();
    private readonly SlackPlatform _platform;

    public EditTests()
    {
        _api = new QuietApi { Updating = _turn.Task };
        _workspace = new Workspace(1, "Slack", _api);
        _workspace.Introduce(new Introduction("T1", "Study", "U1", "B1", "https://study.slack.com/", new HashSet<string>(StringComparer.Ordinal)));
        _platform = new SlackPlatform(
            new WorkspaceList([_workspace]),
            new(() => new CommandWords(new SlackOptions { Workspaces = [] }, [])),
            new WorkspaceClosing(_services, NullLogger<WorkspaceClosing>.Instance),
            new ChannelMembers(_clock, NullLogger<ChannelMembers>.Instance),
            _clock,
            _log);
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task An_edit_that_waits_for_long_keeps_nobody_waiting_and_a_confirmed_one_does()
    {
        var closing = _platform.EditAsync(Channel, "1.000001", Card, PostingStyle.Plain, CancellationToken.None);
        var opening = ((IChatPlatform)_platform).EditConfirmedAsync(Channel, "1.000001", Card, PostingStyle.Plain, CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(10));
        await closing.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        opening.IsCompleted.ShouldBeFalse();

        _turn.SetResult();
        await opening.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_that_lands_outside_its_thread_is_noted(bool losesThreads)
    {
        _api.LosesThreads = losesThreads;

        (await _platform.ReplyAsync(Channel, "1.000000", Card, "post:1:reveal", PostingStyle.Plain, CancellationToken.None)).ShouldBe("1.000001");
        await _platform.PostAsync(Channel, Card, "post:2", PostingStyle.Plain, CancellationToken.None);

        _log.Lines.Count(line => line.Text.Contains("stands in the channel and not in the thread of 1.000000", StringComparison.Ordinal)).ShouldBe(losesThreads ? 1 : 0);
    }

    [Fact]
    public async Task Who_gives_a_confirmed_edit_up_is_told_so()
    {
        using var limit = new CancellationTokenSource();
        var opening = ((IChatPlatform)_platform).EditConfirmedAsync(Channel, "1.000001", Card, PostingStyle.Plain, limit.Token);

        await limit.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(opening);
    }
}
