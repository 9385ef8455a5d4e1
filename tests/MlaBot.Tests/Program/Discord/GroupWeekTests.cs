using System.Globalization;

namespace MlaBot.Tests.Program.Discord;

/// <summary>A week of a group on Discord: boards, the own record, and a challenge over two days that a restart does not end.</summary>
public sealed class GroupWeekTests
{
    [Fact]
    public async Task Three_people_answer_and_find_their_points_on_the_boards_of_the_week_and_of_the_challenge()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.OpenFiveAsync();
        var admin = new Learner(stage, stage.Admin, stage.Study);
        Learner[] people = [new(stage, stage.Ana, stage.Study), new(stage, stage.Ben, stage.Study), stage.Join("chen")];
        (await people[0].TypeAsync("marathon start", ("days", "2"))).ShouldContain("is for admins");
        (await admin.TypeAsync("marathon start", ("days", "2"), ("title", "First steps"), ("from", "today"))).ShouldContain("**First steps** is planned: 2050-03-07 to 2050-03-08.");
        await stage.MessageAsync(stage.Study, "A challenge over 2 days begins");
        for (var number = 1; number <= 5; number++)
        {
            var post = stage.Records.Post(number);
            foreach (var (index, person) in people.Index())
            {
                await person.TypeAsync("answer", ("question", Text(number)), ("letters", number % (index + 1) == 0 ? post.Right : post.Wrong));
            }
        }

        await admin.TypeAsync("boards", ("week", "on"));
        foreach (var schedule in stage.Records.Schedules().Skip(1))
        {
            await admin.TypeAsync("schedule remove", ("schedule", Text(schedule)));
        }

        stage.LetClockReach("2050-03-08T21:30:00Z");
        (await stage.MessageAsync(stage.Study, "standing after day 1 of 2")).Text.ShouldContain("Points: 50 · Right: 5 of 5 (100 %)");
        (await people[1].TypeAsync("board")).ShouldContain("**You**: 26 points, 2 of 5 (40 %) right. Rank 2 of 3.");
        (await people[1].TypeAsync("record")).ShouldContain("5 questions answered, 2 of 5 (40 %) right at the first try.");
        (await people[1].TypeAsync("me board", ("alias", "Blue Heron"))).ShouldContain("Boards name you Blue Heron.");
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        stage.LetClockReach("2050-03-09T09:30:00Z");
        (await stage.MessageAsync(stage.Study, "The challenge over 2 days is over")).Text.ShouldContain("Name: Blue Heron · Points: 26");
        (await people[2].TypeAsync("marathon show", ("when", "last"))).ShouldContain("Rank 3 of 3.");
        stage.LetClockReach("2050-03-14T09:30:00Z");
        (await stage.MessageAsync(stage.Study, "Week 2050-03-07 to 2050-03-13 is over")).Text.ShouldContain("3 people took part.");
        (await people[0].TypeAsync("board", ("when", "last"))).ShouldContain("Rank 1 of 3.");

        foreach (var once in new[] { "2 days begins", "standing after day", "2 days is over", "2050-03-13 is over" })
        {
            lock (stage.Server.World.Gate)
            {
                stage.Server.World.Messages.Values.Count(message => !message.IsEphemeral && message.Text.Contains(once, StringComparison.Ordinal)).ShouldBe(1, once);
            }
        }

        stage.ShouldHaveBehaved();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
