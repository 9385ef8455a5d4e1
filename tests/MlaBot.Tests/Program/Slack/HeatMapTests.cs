using MlaBot.SlackServer.World;
using MlaBot.Testing.Pictures;

namespace MlaBot.Tests.Program.Slack;

/// <summary>The group's heat map on Slack: its picture is uploaded and shown in the private answer.</summary>
public sealed class HeatMapTests
{
    [Fact]
    public async Task Five_people_answer_and_each_of_them_sees_a_map_that_names_nobody()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin, "open:2");
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        SlackLearner[] people = [stage.Learner(stage.Ana), stage.Learner(stage.Ben), stage.Join("chen"), stage.Join("dora"), stage.Join("emil")];
        (await people[0].TypeAsync("/mla heatmap")).ShouldContain("There is not enough yet for a map.");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 1);
        var post = stage.Records.Post(1);
        foreach (var (index, person) in people.Index())
        {
            await person.PressAsync(question, index < 2 ? post.Right : post.Wrong);
        }

        stage.LetClockReach("2050-03-07T11:30:00Z");
        await stage.RevealAsync(stage.Study, 1);

        await stage.Server.Control.CommandAsync(stage.Ana, stage.Study, "/mla heatmap");
        var message = await stage.EphemeralAsync(stage.Ana, stage.Study, "Coldest now");
        ShouldShowAPicture(stage, message);
        foreach (var name in new[] { "Ana", "Ben", "chen", "dora", "emil" })
        {
            message.Words.ShouldNotContain(name);
        }

        (await people[0].PressAsync(message, "S3")).Words.ShouldContain("Object storage.");
        (await people[0].TypeAsync("/mla heatmap tasks 7")).ShouldContain("MLA-C01 has no domain 7.");
        (await people[0].TypeAsync("/mla heatmap picks:on")).ShouldContain("The option picks is for admins of this channel.");
        (await stage.Learner(stage.Admin).TypeAsync("/mla heatmap picks:on")).ShouldContain("come from the coldest cells");
        stage.ShouldHaveBehaved();
    }

    private static void ShouldShowAPicture(SlackStage stage, Message message)
    {
        lock (stage.Server.World.Gate)
        {
            var image = message.Blocks!.Single(block => (string?)block!["type"] == "image")!;
            ((string?)image["alt_text"]).ShouldNotBeNull().ShouldContain("1.1 40 %, cool");
            var file = stage.Server.World.Files[(string)image["slack_file"]!["id"]!];
            PngReader.Read(file.Bytes).Width.ShouldBeInRange(600, 1200);
        }
    }
}
