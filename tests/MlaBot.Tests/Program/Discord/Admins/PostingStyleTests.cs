using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>How questions are posted: without a sound, with a call of a role, with a thread; and that nobody else is ever called.</summary>
public sealed class PostingStyleTests
{
    private const int SuppressNotifications = 4096;

    [Fact]
    public async Task A_role_is_called_once_by_the_question_and_nobody_by_its_edits_its_reveal_or_its_text()
    {
        await using var stage = await DiscordStage.StartAsync(configure: folder => Everybody(folder));
        var control = stage.Server.Control;
        var learners = control.AddRole(stage.Guild, "Learners", isMentionable: true);
        control.AddMember(stage.Guild, stage.Ana, learners);
        await stage.SetUpAsync(stage.Study, stage.Admin, ("mention", learners), ("silent", "on"), ("open", "30m"));
        // Even where the bot could call everyone.
        control.SetOverwrite(stage.Study, stage.App.User, Permission.MentionEveryone, Permission.None);

        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        question.Text.ShouldContain("everyone");
        question.Pinged.ShouldBe([$"role:{learners.Id}"]);
        (question.Flags & SuppressNotifications).ShouldNotBe(0);
        var reply = await control.PressLabelAsync(stage.Ana, question, stage.Records.Post(1).Right);
        reply.Message!.Pinged.ShouldBeEmpty();
        await stage.WaitAsync(() => question.Text.Contains("1 person has answered.", StringComparison.Ordinal), "the public count");

        stage.LetClockReach("2050-03-07T09:31:00Z");
        var reveal = await stage.MessageAsync(stage.Study, "Question 1: the answer");
        (reveal.Flags & SuppressNotifications).ShouldNotBe(0, "a silent channel stays silent");
        await stage.WaitAsync(() => question.Edits > 1, "the closed question");
        foreach (var message in control.Public(stage.Study))
        {
            message.Pinged.ShouldBe(message == question ? [$"role:{learners.Id}"] : []);
            message.MentionsEveryone.ShouldBeFalse();
        }

        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_thread_opens_below_the_reveal_once_also_when_the_bot_dies_between_the_two()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin, ("thread", "on"), ("open", "30m"));
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        question.Thread.ShouldBeNull();

        using (stage.Server.Faults.Add(new Fault(FaultKind.DropBefore) { Method = "POST", Route = Route.MessageThreads }))
        {
            stage.LetClockReach("2050-03-07T09:31:00Z");
            await stage.MessageAsync(stage.Study, "Question 1: the answer");
            await stage.KillBotAsync();
        }

        await stage.StartBotAsync();
        await stage.WaitAsync(() => Threads(stage).Count == 1, "the thread");
        var reveal = stage.Said(stage.Study, "Question 1: the answer").Single();
        reveal.Thread.ShouldNotBeNull().Name!.ShouldStartWith("Discuss question 1");
        question.Thread.ShouldBeNull();

        // The second one is opened, but the bot dies before it hears so.
        using (stage.Server.Faults.Add(new Fault(FaultKind.DelayAfter) { Method = "POST", Route = Route.MessageThreads, Delay = TimeSpan.FromSeconds(20) }))
        {
            stage.LetClockReach("2050-03-07T12:31:00Z");
            await stage.WaitAsync(() => Threads(stage).Count == 2, "the second thread");
            await stage.KillBotAsync();
        }

        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.Records.Posts().Count(post => post.State == Core.Daily.PostState.Settled) == 2, "both settled");
        Threads(stage).Count.ShouldBe(2);
        stage.Said(stage.Study, ": the answer").Count.ShouldBe(2);
        stage.ShouldHaveBehaved();
    }

    private static List<Channel> Threads(DiscordStage stage) => [.. stage.Guild.Channels.Values.Where(channel => channel.IsThread)];

    // Content that would call people if it were let.
    private static void Everybody(BotFolder folder)
    {
        var file = Path.Combine(folder.Content, FixtureContent.ItemsFile(1));
        File.WriteAllText(file, File.ReadAllText(file).Replace("stem: \"", "stem: \"@everyone @here <@1> ", StringComparison.Ordinal));
    }
}
