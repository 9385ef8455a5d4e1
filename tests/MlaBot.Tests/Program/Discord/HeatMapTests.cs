using MlaBot.Testing.Pictures;

namespace MlaBot.Tests.Program.Discord;

/// <summary>The group's heat map, with its picture, in a private answer.</summary>
public sealed class HeatMapTests
{
    [Fact]
    public async Task Five_people_answer_and_each_of_them_sees_a_map_that_names_nobody()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin, ("open", "2"));
        Learner[] people = [new(stage, stage.Ana, stage.Study), new(stage, stage.Ben, stage.Study), stage.Join("chen"), stage.Join("dora"), stage.Join("emil")];
        (await people[0].TypeAsync("heatmap")).ShouldContain("There is not enough yet for a map.");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 1);
        var post = stage.Records.Post(1);
        foreach (var (index, person) in people.Index())
        {
            await person.PressAsync(question, index < 2 ? post.Right : post.Wrong);
        }

        (await people[0].TypeAsync("heatmap")).ShouldContain("There is not enough yet for a map.");
        stage.LetClockReach("2050-03-07T11:30:00Z");
        await stage.RevealAsync(stage.Study, 1);

        var reply = await stage.SettledAsync(await stage.Server.Control.CommandAsync(stage.Ana, stage.Study, "heatmap"));
        var message = reply.Message!;
        message.IsEphemeral.ShouldBeTrue();
        message.Text.ShouldContain("Coldest now");
        var file = message.Files.ShouldHaveSingleItem();
        file.Description.ShouldNotBeNull().ShouldContain("1.1 40 %, cool");
        PngReader.Read(file.Bytes.Span).Width.ShouldBeInRange(600, 1200);
        foreach (var name in new[] { "Ana", "Ben", "chen", "dora", "emil" })
        {
            message.Text.ShouldNotContain(name);
        }

        (await people[0].PressAsync(message, "S3")).Text.ShouldContain("Object storage.");
        (await people[0].TypeAsync("heatmap", ("by", "services"))).ShouldContain("services by domain");
        (await people[0].TypeAsync("heatmap", ("domain", "7"))).ShouldContain("MLA-C01 has no domain 7.");
        (await people[0].TypeAsync("heatmap", ("picks", "on"))).ShouldContain("The option picks is for admins of this channel.");
        (await new Learner(stage, stage.Admin, stage.Study).TypeAsync("heatmap", ("picks", "on"))).ShouldContain("come from the coldest cells");
        stage.ShouldHaveBehaved();
    }
}
