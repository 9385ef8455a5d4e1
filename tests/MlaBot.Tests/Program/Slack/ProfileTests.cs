namespace MlaBot.Tests.Program.Slack;

/// <summary>What a person's profile says counts: the zone for the days of the streak, the display name where a name is shown.</summary>
public sealed class ProfileTests
{
    [Fact]
    public async Task The_zone_of_the_profile_makes_the_days_of_a_streak_from_the_first_press_on()
    {
        await using var stage = await SlackStage.StartAsync();
        var (kiri, ana) = (stage.Join("kiri", "Pacific/Auckland"), stage.Learner(stage.Ana));
        var five = await DayAsync(stage, "2050-03-07T09:00:05Z", 1);
        await kiri.PressAsync(five[0], "A");
        await ana.PressAsync(five[0], "A");

        // Nine in the evening in the channel is ten in the morning of the next day in Auckland.
        var evening = await DayAsync(stage, "2050-03-07T21:00:05Z", 5);
        (await kiri.PressAsync(evening[0], "A")).Words.ShouldContain("Streak: 2 days");
        (await kiri.TypeAsync("/mla streak")).ShouldContain("Your zone: Pacific/Auckland, from your profile");
        (await ana.PressAsync(evening[0], "A")).Words.ShouldContain("Streak: 1 day");

        // Ana moves to New Zealand; today stays what it was.
        stage.Server.Control.SetZone(stage.Ana, "Pacific/Auckland");
        await stage.WaitAsync(() => stage.Server.Requests.Count(request => request.Method == "users.info") >= 4, "the question for the new profile");
        await UntilAsync(async () => (await ana.TypeAsync("/mla streak")).Contains("Your zone: Pacific/Auckland, from your profile", StringComparison.Ordinal));
        (await ana.TypeAsync("/mla streak")).ShouldContain("1 day, today included.");
        var next = await DayAsync(stage, "2050-03-08T09:00:05Z", 6);
        (await ana.PressAsync(next[0], "A")).Words.ShouldContain("Streak: 2 days");
        var later = await DayAsync(stage, "2050-03-08T15:00:05Z", 8);
        (await ana.AnswerAsync(later[0], "Put in order", LearnerDays.Places("ABC"))).ShouldContain("Streak: 3 days");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task People_are_called_what_they_call_themselves()
    {
        await using var stage = await SlackStage.StartAsync();
        var (ana, olga) = (stage.Learner(stage.Ana), stage.Learner(stage.Admin));
        stage.Server.Control.SetDisplayName(stage.Ana, "Anna <Ö.> & Co_x_");
        var question = (await DayAsync(stage, "2050-03-07T09:00:05Z", 1))[0];
        var form = await ana.OpenAsync(question, "Report");
        await ana.ReceiptAsync(form, await ana.SendAsync(form.View, ("reason", "key")));
        (await olga.TypeAsync("/mla reports list")).ShouldContain("Anna <Ö.> & Co_x_");

        // Known by now, and with another name.
        stage.Server.Control.SetDisplayName(stage.Ana, "Anna B.");
        await UntilAsync(async () =>
        {
            // A press carries the name that is known when it comes, so one that was quicker than the profile has to be followed by another.
            await ana.PressAsync(question, "A");
            return (await olga.TypeAsync("/mla reports list")).Contains("Anna B.", StringComparison.Ordinal);
        });
        stage.ShouldHaveBehaved();
    }

    private static async Task<MlaBot.SlackServer.World.Message[]> DayAsync(SlackStage stage, string moment, int question)
    {
        if (stage.Public(stage.Study).Count == 0)
        {
            await stage.SetUpAsync(stage.Study, stage.Admin, "open:24");
            await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        }

        stage.LetClockReach(moment);
        return [await stage.QuestionAsync(stage.Study, question)];
    }

    /// <summary>Asks again until it is so: the news of a profile comes beside everything else.</summary>
    private static async Task UntilAsync(Func<Task<bool>> asking)
    {
        // Slowly: who asks more than thirty times in ten seconds is not answered.
        for (var attempt = 0; attempt < 30; attempt++)
        {
            if (await asking())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("It did not become so after 30 questions.");
    }
}
