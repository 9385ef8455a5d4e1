namespace MlaBot.Tests.Program.Slack;

/// <summary>A week of a group on Slack: boards, the own record, and a challenge over two days that a restart does not end.</summary>
public sealed class GroupWeekTests
{
    [Fact]
    public async Task Three_people_answer_and_find_their_points_on_the_boards_of_the_week_and_of_the_challenge()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.OpenFiveAsync();
        var admin = stage.Learner(stage.Admin);
        SlackLearner[] people = [stage.Learner(stage.Ana), stage.Learner(stage.Ben), stage.Join("chen")];
        (await people[0].TypeAsync("/mla marathon start 2")).ShouldContain("is for admins");
        (await admin.TypeAsync("/mla marathon start 2 title:\"First steps\" from:today")).ShouldContain("is planned: 2050-03-07 to 2050-03-08.");
        await stage.MessageAsync(stage.Study, "A challenge over 2 days begins");
        for (var number = 1; number <= 5; number++)
        {
            var post = stage.Records.Post(number);
            foreach (var (index, person) in people.Index())
            {
                await person.TypeAsync($"/mla answer {number} {(number % (index + 1) == 0 ? post.Right : post.Wrong)}");
            }
        }

        await admin.TypeAsync("/mla boards week:on");
        foreach (var schedule in stage.Records.Schedules().Skip(1))
        {
            await admin.TypeAsync($"/mla schedule remove {schedule}");
        }

        stage.LetClockReach("2050-03-08T21:30:00Z");
        (await stage.MessageAsync(stage.Study, "standing after day 1 of 2")).Words.ShouldContain("5 of 5 (100 %)");
        (await people[1].TypeAsync("/mla board")).ShouldContain("26 points, 2 of 5 (40 %) right. Rank 2 of 3.");
        (await people[1].TypeAsync("/mla record")).ShouldContain("5 questions answered, 2 of 5 (40 %) right at the first try.");
        (await people[1].TypeAsync("/mla me board alias:\"Blue Heron\"")).ShouldContain("Boards name you Blue Heron.");
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        stage.LetClockReach("2050-03-09T09:30:00Z");
        (await stage.MessageAsync(stage.Study, "The challenge over 2 days is over")).Words.ShouldContain("Blue Heron");
        (await people[2].TypeAsync("/mla marathon show last")).ShouldContain("Rank 3 of 3.");
        stage.LetClockReach("2050-03-14T09:30:00Z");
        (await stage.MessageAsync(stage.Study, "Week 2050-03-07 to 2050-03-13 is over")).Words.ShouldContain("3 people took part.");
        (await people[0].TypeAsync("/mla board when:last")).ShouldContain("Rank 1 of 3.");
        stage.ShouldHaveBehaved();
    }
}
