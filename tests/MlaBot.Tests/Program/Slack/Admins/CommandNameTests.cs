namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>Slash commands of other names: all apps of a workspace share them.</summary>
public sealed class CommandNameTests
{
    [Fact]
    public async Task Other_names_stand_in_the_manifest_and_in_every_text_and_work()
    {
        await using var stage = await SlackStage.StartAsync(configure: stage =>
        {
            stage.App.Commands.UnionWith(["/study", "/aws-what"]);
            stage.Folder.With("Slack__Command", "/study").With("Slack__LookupCommand", "aws-what");
        });
        var manifest = await stage.Folder.RunAsync("manifest", "slack");
        manifest.Exit.ShouldBe(0, manifest.All);
        manifest.Output.ShouldSatisfyAllConditions(
            text => text.ShouldContain("- command: /study\n"),
            text => text.ShouldContain("- command: /aws-what\n"),
            text => text.ShouldContain("begin with /study help"),
            text => text.ShouldNotContain("/mla"),
            text => text.ShouldNotContain("/service"));

        (await stage.SaysAsync(stage.Ana, stage.Study, "/study help")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("/study "), text => text.ShouldNotContain("/mla"), text => text.ShouldContain("/aws-what"));
        (await stage.SaysAsync(stage.Ana, stage.Study, "/study")).ShouldContain("/study ");
        (await stage.SaysAsync(stage.Ana, stage.Study, "/study setup")).ShouldContain("/study setup is for admins of this channel.");
        (await stage.SaysAsync(stage.Admin, stage.Study, "/study setup UTC 09:00")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("This channel is set up"), text => text.ShouldContain("/study schedule now"));
        (await stage.SaysAsync(stage.Ana, stage.Study, "/aws-what nothing at all like it")).ShouldNotBeEmpty();
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(stage.Study, "Question 1");
        stage.Server.Control.RemoveBot(stage.Study, stage.App);
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        stage.Letters(stage.Admin).Single().ShouldContain("/study schedule resume all");
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData("Slack__Command", "/Study Group", "Slack:Command is no name for a slash command.")]
    [InlineData("Slack__Command", "/service", "Slack:Command and Slack:LookupCommand are the same.")]
    public async Task A_name_that_Slack_does_not_take_is_refused_in_a_sentence(string key, string name, string sentence)
    {
        using var folder = new BotFolder();
        folder.With("Slack__BotToken", "xoxb-1").With("Slack__AppToken", "xapp-1").With(key, name);

        (await folder.RunAsync("manifest", "slack")).ShouldRefuse(1, sentence);
        (await folder.RunAsync()).ShouldRefuse(1, sentence);
    }
}
