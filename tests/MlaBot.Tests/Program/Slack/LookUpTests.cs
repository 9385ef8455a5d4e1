using MlaBot.SlackServer.World;
using MlaBot.Testing;

namespace MlaBot.Tests.Program.Slack;

/// <summary>What learners look up on Slack, with the content that the program ships.</summary>
public sealed class LookUpTests
{
    private const string Field = "slack.find:service:words";

    [Fact]
    public async Task Services_are_found_by_name_by_typing_mistake_and_in_a_field_that_suggests()
    {
        await using var stage = await StartAsync();
        var (ana, control) = (stage.Learner(stage.Ana), stage.Server.Control);

        (await ana.TypeAsync("/service firehose")).ShouldContain("Amazon Data Firehose");
        (await ana.TypeAsync("/mla service Kinesis Data Firehose")).ShouldContain("Amazon Data Firehose");
        (await ana.TypeAsync("/service sagemakr")).ShouldContain("SageMaker");
        (await ana.TypeAsync("/service qqqqq zzzzz")).ShouldContain("I know no service that fits \"qqqqq zzzzz\".");
        (await ana.TypeAsync("/service <qqqqq> & zzzzz")).ShouldContain("I know no service that fits \"<qqqqq> & zzzzz\".");

        var asked = await ana.AskAsync("/service");
        asked.Words.ShouldContain("/service needs words");
        asked.Words.ShouldContain("Type /service");
        await SuggestionsAsync(stage, asked, ["s", "sage", "kines", "drift detection", "\"*_`@<!channel>", new string('x', 150)]);
        var offered = (await control.SuggestAsync(stage.Ana, asked, Field, "athena"))!.Options;
        offered.ShouldContain(option => option.Text.Contains("Athena", StringComparison.Ordinal));
        var chosen = await control.ChooseAsync(stage.Ana, asked, Field, offered[0].Value);
        (await chosen.MessageAsync(TestContext.Current.CancellationToken)).Words.ShouldContain("Amazon Athena");

        var card = await ana.AskAsync("/mla compare athena redshift");
        card.Words.ShouldContain("Amazon Athena or Amazon Redshift?");
        (await ana.PressAsync(card, "Redshift")).Words.ShouldContain("Amazon Redshift");
        (await ana.TypeAsync("/mla exam")).ShouldContain("MLA-C01");
        var changes = await ana.AskAsync("/mla exam changes");
        changes.Words.ShouldContain("What changed around MLA-C01, page 1 of ");
        (await ana.PressAsync(changes, "More")).Words.ShouldContain("What changed around MLA-C01, page 2 of ");
        stage.Public(stage.Study).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Help_and_hints_say_what_is_typed_on_Slack()
    {
        await using var stage = await SlackStage.StartAsync();
        var (ana, olga) = (stage.Learner(stage.Ana), stage.Learner(stage.Admin));

        var help = await ana.TypeAsync("/mla help");
        help.ShouldContain("/mla why");
        help.ShouldContain("/service <words>");
        help.ShouldNotContain("For admins");
        help.ShouldNotMatch(@"(?<!\S)/(?!mla\b|service\b)\w", "every command is typed after /mla");
        (await ana.TypeAsync("/mla")).ShouldBe(help, "nothing typed is a call for help");
        var admin = await olga.TypeAsync("/mla help");
        admin.ShouldContain("For admins");
        admin.ShouldNotMatch(@"(?<!\S)/(?!mla\b|service\b)\w");
        (await olga.TypeAsync("/mla help schedule add")).ShouldContain("/mla schedule add");
        (await ana.TypeAsync("/mla help vacation")).ShouldContain("/mla vacation");
        (await ana.TypeAsync("/mla /why 3")).ShouldContain("There is no question 3 here.");

        var unknown = await ana.TypeAsync("/mla hlep");
        unknown.ShouldContain("There is no command /mla hlep.");
        unknown.ShouldContain("Did you mean /mla help?");
        (await ana.TypeAsync("/mla schedule")).ShouldContain("/mla schedule add");
        (await ana.TypeAsync("/mla qqqqqqqqqq")).ShouldContain("Type /mla help to see all commands.");
        (await ana.TypeAsync("/mla setup UTC 09:00")).ShouldContain("/mla setup is for admins of this channel.");
        (await ana.TypeAsync("/mla daily")).ShouldContain("No question is open.");
        (await ana.TypeAsync("/mla why")).ShouldContain("Type /mla daily to see the open questions.");
        (await ana.TypeAsync("/mla answer seven A")).ShouldContain("\"seven\" is not the number of a question.");
        stage.Public(stage.Study).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Shortcuts_open_a_window_in_which_services_are_found()
    {
        await using var stage = await StartAsync();
        var (ana, control) = (stage.Learner(stage.Ana), stage.Server.Control);

        var finder = await ana.WindowAsync(control.ShortcutAsync(stage.Ana, stage.App, "look_up"));
        finder.View.Title.ShouldBe("Look up a service");
        var offered = (await control.SuggestAsync(stage.Ana, finder.View, Field, "athena"))!.Options;
        var found = await ana.WindowAsync(control.ChooseAsync(stage.Ana, finder.View, Field, offered[0].Value));
        found.View.Words.ShouldContain("Amazon Athena");
        control.TopView(stage.Ana).ShouldBe(found.View);
        var beside = await ana.OpenAsync(found.View, found.View.Buttons[0]);
        control.TopView(stage.Ana).ShouldBe(beside.View);
        await control.CloseAsync(stage.Ana, beside.View, all: true);

        var said = control.Say(stage.Ben, stage.Study, "Do you keep features in SageMaker Feature Store & query them with Athena?");
        var explained = await ana.WindowAsync(control.MessageShortcutAsync(stage.Ana, stage.App, said, "explain_terms"));
        explained.View.Words.ShouldContain("Amazon Athena");
        explained.View.Words.ShouldContain("Feature Store");
        (await ana.OpenAsync(explained.View, "Athena")).View.Words.ShouldContain("Amazon Athena");
        await control.CloseAsync(stage.Ana, control.TopView(stage.Ana)!, all: true);

        var nothing = control.Say(stage.Ben, stage.Study, "Good morning!");
        var none = await ana.WindowAsync(control.MessageShortcutAsync(stage.Ana, stage.App, nothing, "explain_terms"));
        none.View.Words.ShouldContain("I found no service or term of my catalogue in that message.");
        (await control.SuggestAsync(stage.Ana, none.View, Field, "sage"))!.Options.ShouldNotBeEmpty();
        stage.Public(stage.Study).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Who_writes_to_the_bot_gets_an_answer_in_private()
    {
        await using var stage = await SlackStage.StartAsync();
        var (ana, control) = (stage.Learner(stage.Ana), stage.Server.Control);

        control.SayDirect(stage.Ana, stage.App, "service s3");
        (await DirectAsync(stage, "Object storage.")).Author.ShouldBe(stage.App.Bot);
        control.SayDirect(stage.Ana, stage.App, "Good <morning> & hello!");
        (await DirectAsync(stage, "What I can do")).Words.ShouldContain("/mla why");
        control.SayDirect(stage.Ana, stage.App, "/mla streak");
        await DirectAsync(stage, "No row is running.");
        control.SayDirect(stage.Ana, stage.App, "/service athena");
        await DirectAsync(stage, "SQL on files.");
        (await ana.In(control.Direct(stage.Ana, stage.App.Bot)).TypeAsync("/mla help why")).ShouldContain("/mla why");

        control.InviteBot(stage.Study, stage.App);
        control.Mention(stage.Ana, stage.Study, stage.App, "service athena");
        await stage.EphemeralAsync(stage.Ana, stage.Study, "SQL on files.");
        control.Mention(stage.Ana, stage.Study, stage.App, "what can you do?");
        await stage.EphemeralAsync(stage.Ana, stage.Study, "What I can do");
        stage.Public(stage.Study).ShouldBeEmpty();
        control.Ephemerals(stage.Ben, stage.Study).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    private static Task<SlackStage> StartAsync() => SlackStage.StartAsync(configure: stage => stage.Folder.With("Content__Path", RealContent.Folder));

    private static Task<Message> DirectAsync(SlackStage stage, string words) => stage.UntilAsync(
        $"\"{words}\" as a direct message",
        () => stage.Server.Control.DirectMessages(stage.Ana, stage.App).LastOrDefault(message => message.App is not null && message.Words.Contains(words, StringComparison.Ordinal)));

    /// <summary>Types into the field: at most 100 entries each time, half of them within 100 ms.</summary>
    private static async Task SuggestionsAsync(SlackStage stage, Message message, string[] typed)
    {
        var acts = new List<Act>();
        foreach (var text in typed)
        {
            acts.Add((await stage.Server.Control.SuggestAsync(stage.Ana, message, Field, text)).ShouldNotBeNull());
        }

        acts.ShouldAllBe(act => !act.IsTimedOut && act.Options.Count <= 100);
        acts.ShouldContain(act => act.Options.Count > 0);
        // Others use this machine too, so one slow reply proves nothing.
        acts.Select(act => act.AckAfter).Order().First().ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
    }
}
