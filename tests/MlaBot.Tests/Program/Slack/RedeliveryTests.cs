using MlaBot.Core.Daily;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.Tests.Program.Slack;

/// <summary>What Slack delivers again is not carried out again.</summary>
public sealed class RedeliveryTests
{
    [Theory]
    [InlineData(DoubleDelivery.SameEnvelope)]
    [InlineData(DoubleDelivery.NewEnvelope)]
    public async Task A_command_that_comes_twice_posts_one_question(DoubleDelivery doubles)
    {
        await using var stage = await SlackStage.StartAsync();
        var sockets = stage.Server.SocketControl();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        var (schedule, before) = (stage.Records.Schedules()[0], sockets.Received.Count);

        sockets.Doubles = doubles;
        var act = await stage.Server.Control.CommandAsync(stage.Admin, stage.Study, $"/mla schedule now {schedule}");
        sockets.Doubles = DoubleDelivery.No;
        await stage.MessageAsync(stage.Study, "Question ");
        await stage.WaitAsync(() => sockets.Received.Count - before == 2, "both acknowledgements");
        await stage.Server.Control.CommandAsync(stage.Admin, stage.Study, "/mla schedule list");

        act.IsTimedOut.ShouldBeFalse();
        stage.Records.Posts().Count(post => post.State == PostState.Open).ShouldBe(1);
        Questions(stage).ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_command_by_mention_that_comes_again_after_the_program_was_killed_is_not_carried_out_again()
    {
        var options = new SlackServerOptions { Sockets = world => new SocketServer(world, new SocketOptions { RedeliveryWaits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)] }) };
        await using var stage = await SlackStage.StartAsync(options);
        var sockets = stage.Server.SocketControl();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        var schedule = stage.Records.Schedules()[0];

        // The acknowledgement never arrives, and then the program is gone.
        sockets.AckDelay = TimeSpan.FromMinutes(1);
        stage.Server.Control.Mention(stage.Admin, stage.Study, stage.App, $"schedule now {schedule}");
        await stage.WaitAsync(() => stage.Records.Posts().Any(post => post.State == PostState.Open), "the question on demand");
        await stage.KillBotAsync();
        sockets.AckDelay = null;
        var redelivered = sockets.Figures(stage.App).Redelivered;
        await stage.StartBotAsync();
        await stage.WaitAsync(() => sockets.Figures(stage.App).Redelivered > redelivered && sockets.Figures(stage.App).Acks > 0, "the event once more");
        await stage.Server.Control.CommandAsync(stage.Admin, stage.Study, "/mla schedule list");

        stage.Records.Posts().Count(post => post.State == PostState.Open).ShouldBe(1);
        Questions(stage).ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Events_that_slack_lets_nobody_answer_are_noted_and_are_no_mistake_of_ours()
    {
        await using var stage = await SlackStage.StartAsync();
        stage.Server.Control.InviteBot(stage.Study, stage.App);
        using (stage.Server.Faults.Add(new Fault(FaultKind.Refuse) { Method = "chat.postEphemeral", Error = "not_in_channel" }))
        {
            stage.Server.Control.Mention(stage.Ana, stage.Study, stage.App, "help");
            await stage.Process.WaitForErrorAsync("could not be answered");
        }

        stage.ShouldHaveBehaved();
    }

    private static int Questions(SlackStage stage)
    {
        lock (stage.Server.World.Gate)
        {
            return stage.Study.Messages.Count(message => message is { IsDeleted: false, IsEphemeral: false } && message.Words.StartsWith("Question ", StringComparison.Ordinal));
        }
    }
}
