using MlaBot.Core.Daily;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>Places that cannot be posted to any more: paused whole, told once, nothing lost.</summary>
public sealed class LostPlaceTests
{
    [Fact]
    public async Task A_lost_permission_pauses_the_channel_and_is_told_once_in_private_to_who_set_it_up()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.Deny(Permission.SendMessages);

        stage.LetClockReach("2050-03-07T13:00:00Z");
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        stage.Records.Schedules().ShouldBeEmpty();
        stage.Letters(stage.Admin).Single().ShouldSatisfyAllConditions(
            text => text.ShouldContain("I paused all 5 schedules of #study"),
            text => text.ShouldContain("Allow my role \"Send Messages\""),
            text => text.ShouldContain("/schedule resume all"));
        stage.Server.Control.Public(stage.Study).ShouldBeEmpty();

        (await stage.AdminSaysAsync("schedule resume", ("schedule", "all"))).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Nothing was started."), text => text.ShouldContain("✗ Send Messages"));
        stage.Deny(Permission.None);
        (await stage.AdminSaysAsync("schedule resume", ("schedule", "all"))).ShouldContain("15:00 UTC");
        stage.LetClockReach("2050-03-07T15:00:05Z");
        await stage.MessageAsync(stage.Study, "Question ");
        stage.Letters(stage.Admin).Count.ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData((long)Permission.ReadMessageHistory)]
    [InlineData((long)Permission.SendMessages)]
    public async Task A_permission_that_is_lost_before_a_reveal_keeps_the_reveal_until_an_admin_resumes(long lost)
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin, ("open", "30m"));
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.QuestionAsync(stage.Study, 1);
        stage.Deny((Permission)lost);

        stage.LetClockReach("2050-03-07T09:31:00Z");
        await stage.WaitAsync(() => stage.Records.Schedules().Count == 0, "the pause");
        stage.LetClockReach("2050-03-07T14:00:00Z");
        stage.Records.Post(1).State.ShouldBe(PostState.Revealed);
        stage.Said(stage.Study, "the answer is").ShouldBeEmpty();

        stage.Deny(Permission.None);
        (await stage.AdminSaysAsync("schedule resume", ("schedule", "all"))).ShouldContain("15:00 UTC");
        await stage.RevealAsync(stage.Study, 1);
        await stage.WaitAsync(() => stage.Records.Post(1).State == PostState.Settled, "the end of question 1");
        var told = stage.Letters(stage.Admin).Concat(stage.Said(stage.Study, "I paused all 5 schedules of #study").Select(message => message.Text)).ToArray();
        told.ShouldHaveSingleItem().ShouldContain("/schedule resume all");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_person_who_takes_no_private_messages_harms_nobody()
    {
        await using var stage = await DiscordStage.StartAsync();
        var second = stage.Server.Control.AddChannel(stage.Guild, "second");
        await stage.SetUpAsync(stage.Study, stage.Admin);
        await stage.SetUpAsync(second, stage.Admin);
        stage.Admin.BlocksPrivateMessages = true;
        stage.Deny(Permission.ViewChannel);

        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(second, "Question ");
        await stage.Process.WaitForErrorAsync("could be told");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.Letters(stage.Admin).ShouldBeEmpty();

        // What stands in the way is still to be seen.
        stage.Deny(Permission.None);
        (await stage.AdminSaysAsync("schedule list")).ShouldContain("Allow my role \"View Channel\"");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_deleted_channel_is_paused_at_once_and_told_in_private()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);

        stage.Server.Control.DeleteChannel(stage.Study);

        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        stage.Letters(stage.Admin).Single().ShouldEndWith("The channel was deleted. Nothing was lost. To go on, an admin types /setup in another channel.");
        stage.Records.Schedules().ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_channel_that_is_deleted_while_the_bot_is_away_is_found_at_the_next_question()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        (await stage.StopBotAsync()).ShouldBe(0);
        stage.Server.Control.DeleteChannel(stage.Study);
        stage.Server.GatewayForgets();

        await stage.StartBotAsync();
        stage.LetClockReach("2050-03-07T13:00:00Z");
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        await stage.WaitAsync(() => stage.Records.Schedules().Count == 0, "the pause");

        stage.Letters(stage.Admin).Single().ShouldEndWith("The channel was deleted. Nothing was lost. To go on, an admin types /setup in another channel.");
        stage.Calls("POST", Route.Messages).ShouldBeLessThan(4, "one try for the question, one for the news, one in private");
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_removed_bot_pauses_its_channels_and_says_so_once_when_it_is_back(bool isAway, bool isForgotten)
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);
        if (isAway)
        {
            await stage.KillBotAsync();
        }

        control.RemoveBot(stage.Guild, stage.App);
        if (isForgotten)
        {
            stage.Server.GatewayForgets();
        }

        if (isAway)
        {
            await stage.StartBotAsync();
        }

        await stage.WaitAsync(() => stage.Records.Schedules().Count == 0, "the pause");
        control.JoinBot(stage.Guild, stage.App);
        stage.LetClockReach("2050-03-07T10:00:00Z");
        var news = await stage.AdminSaysAsync("schedule list");
        news.ShouldSatisfyAllConditions(
            text => text.ShouldContain("I was away from this group"), text => text.ShouldContain("#study"), text => text.ShouldContain("I was removed from the server."));
        (await stage.AdminSaysAsync("schedule resume", ("schedule", "all"))).ShouldSatisfyAllConditions(
            text => text.ShouldContain("12:00 UTC"), text => text.ShouldNotContain("I was away"));

        stage.LetClockReach("2050-03-07T12:00:05Z");
        await stage.MessageAsync(stage.Study, "Question ");
        stage.Letters(stage.Admin).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }
}
