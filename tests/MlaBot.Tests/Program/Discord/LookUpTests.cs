using MlaBot.DiscordServer.World;
using MlaBot.Testing;

namespace MlaBot.Tests.Program.Discord;

/// <summary>What learners look up, with the content that the program ships.</summary>
public sealed class LookUpTests
{
    [Fact]
    public async Task Services_exam_and_help_are_found_while_typing_and_shown_in_private()
    {
        await using var stage = await DiscordStage.StartAsync(configure: folder => folder.With("Content__Path", RealContent.Folder));
        var ana = new Learner(stage, stage.Ana, stage.Study);

        await SuggestionsAsync(stage, "service", "words", ["s", "sa", "sage", "amazon sagemaker", "kines", "drift detection", "", "\"*_`@everyone", new string('x', 100)]);
        await SuggestionsAsync(stage, "compare", "second", ["a", "redsh"]);
        await SuggestionsAsync(stage, "exam", "part", ["", "1", "changes"]);
        await SuggestionsAsync(stage, "help", "command", ["", "sched"]);
        await SuggestionsAsync(stage, "zone", "zone", ["e", "new york"]);

        // A suggestion that was taken, and text that was never offered.
        var offered = (await stage.Server.Control.AutocompleteAsync(stage.Ana, stage.Study, "service", "words", "athena")).Choices[0].Value;
        (await ana.TypeAsync("service", ("words", offered))).ShouldContain("Athena");
        (await ana.TypeAsync("service", ("words", "kinesis data firehose"))).ShouldContain("Amazon Data Firehose");
        (await ana.TypeAsync("service", ("words", "qqqqq zzzzz"))).ShouldContain("I know no service that fits \"qqqqq zzzzz\".");

        var card = await stage.Server.Control.CommandAsync(stage.Ana, stage.Study, "compare", new Dictionary<string, object>(StringComparer.Ordinal) { ["first"] = "athena", ["second"] = "redshift" });
        card.Text.ShouldContain("Amazon Athena or Amazon Redshift?");
        (await ana.PressAsync(card.Message!, "Redshift")).Text.ShouldContain("Amazon Redshift");

        (await ana.TypeAsync("exam")).ShouldContain("MLA-C01");
        var changes = (await stage.Server.Control.CommandAsync(stage.Ana, stage.Study, "exam", new Dictionary<string, object>(StringComparer.Ordinal) { ["part"] = "changes" })).Message!;
        changes.Text.ShouldContain("What changed around MLA-C01, page 1 of ");
        (await ana.PressAsync(changes, "More")).Text.ShouldContain("What changed around MLA-C01, page 2 of ");
        (await ana.PressAsync(changes, "Back")).Type.ShouldBe(7);
        (await ana.TypeAsync("exam", ("part", "2.3"))).ShouldContain("Task 2.3");
        (await ana.TypeAsync("exam", ("part", "9"))).ShouldContain("\"9\" is no part of MLA-C01.");
        var help = await ana.TypeAsync("help");
        help.ShouldContain("What I can do");
        help.ShouldNotContain("For admins");
        (await new Learner(stage, stage.Admin, stage.Study).TypeAsync("help")).ShouldContain("For admins");
        (await ana.TypeAsync("help", ("command", "vacation"))).ShouldContain("/vacation");

        // Nothing is set up here yet.
        (await ana.TypeAsync("daily")).ShouldContain("No question is open.");
        (await ana.TypeAsync("why")).ShouldContain("You have not answered a question here yet.");
        (await ana.TypeAsync("why", ("question", "7"))).ShouldContain("There is no question 7 here.");
        (await ana.TypeAsync("answer", ("question", "seven"), ("letters", "A"))).ShouldContain("\"seven\" is not the number of a question.");
        (await ana.TypeAsync("streak")).ShouldContain("No row is running.");
        stage.Server.Control.Public(stage.Study).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    /// <summary>Types into an option: at most 25 choices each time, half of them within 100 ms.</summary>
    private static async Task SuggestionsAsync(DiscordStage stage, string command, string option, string[] typed)
    {
        var replies = new List<FirstResponse>();
        foreach (var text in typed)
        {
            replies.Add(await stage.Server.Control.AutocompleteAsync(stage.Ana, stage.Study, command, option, text));
        }

        replies.ShouldAllBe(reply => reply.Type == 8 && reply.Choices.Count <= 25);
        replies.ShouldContain(reply => reply.Choices.Count > 0);
        // Others use this machine too, so one slow reply proves nothing.
        replies.Select(reply => reply.Delay).Order().ElementAt(replies.Count / 2).ShouldBeLessThan(TimeSpan.FromMilliseconds(100), command);
    }
}
