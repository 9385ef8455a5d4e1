using System.Text.RegularExpressions;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Two servers and two channels with one bot: the same people everywhere, and nothing of one is seen in another.</summary>
public sealed partial class TwoGuildsTests
{
    [Fact]
    public async Task Nothing_of_one_server_is_seen_or_touched_from_another()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var second = control.AddChannel(stage.Guild, "second");
        var otherGuild = control.AddGuild("Other group", stage.Admin);
        var other = control.AddChannel(otherGuild, "study");
        control.AddMember(otherGuild, stage.Ana);
        control.AddMember(otherGuild, stage.Ben);
        control.JoinBot(otherGuild, stage.App);
        var (ana, ben, olga) = (new Learner(stage, stage.Ana, stage.Study), new Learner(stage, stage.Ben, stage.Study), new Learner(stage, stage.Admin, stage.Study));

        foreach (var channel in new[] { stage.Study, second, other })
        {
            (await stage.SetUpAsync(channel, stage.Admin, ("open", "24"))).Text.ShouldContain("This channel is set up");
        }

        stage.LetClockReach("2050-03-07T15:00:05Z");
        var here = await Task.WhenAll(stage.QuestionAsync(stage.Study, 1), stage.QuestionAsync(stage.Study, 2), stage.QuestionAsync(stage.Study, 3));
        var beside = await Task.WhenAll(stage.QuestionAsync(second, 6), stage.QuestionAsync(second, 7), stage.QuestionAsync(second, 8));
        var there = await Task.WhenAll(stage.QuestionAsync(other, 11), stage.QuestionAsync(other, 12), stage.QuestionAsync(other, 13));

        // Ana answers, drafts and reports here; there she is a new face.
        await ana.PressAsync(here[0], stage.Records.Post(1).Right);
        await ana.ChooseAsync((await ana.PressAsync(here[2], "Put in order")).Message!, "Step 1 of 3", "A");
        await ana.ReportAsync(here[0], "key", "A word about question 1.");
        await ben.ReportAsync(here[0], "key", "");
        await stage.MessageAsync(stage.Study, "2 members have reported question 1.");
        var (anaThere, olgaThere) = (ana.In(other), olga.In(other));
        (await ana.TypeAsync("streak")).ShouldContain("1 day, today included.");
        (await anaThere.TypeAsync("streak")).ShouldContain("No row is running.");
        (await anaThere.PressAsync(there[2], "Put in order")).Text.ShouldContain("So far: nothing.");
        (await olgaThere.TypeAsync("reports list", ("which", "all"))).ShouldContain("All reports: none.");
        (await olgaThere.TypeAsync("reports list", ("which", "1"))).ShouldContain("There is no report 1 in this group.");
        (await olgaThere.TypeAsync("reports close", ("number", "1"))).ShouldContain("There is no report 1 in this group.");
        (await olga.TypeAsync("reports list")).ShouldContain("A word about question 1.");

        // Numbers of the other server lead nowhere.
        var counts = stage.Records.Counts();
        (await anaThere.TypeAsync("why", ("question", "1"))).ShouldContain("There is no question 1 here.");
        (await anaThere.TypeAsync("why")).ShouldContain("You have not answered a question here yet.");
        (await anaThere.TypeAsync("daily", ("question", "2"))).ShouldContain("There is no question 2 here.");
        (await anaThere.TypeAsync("answer", ("question", "2"), ("letters", "ABC"))).ShouldContain("There is no question 2 here.");
        (await anaThere.TypeAsync("report", ("question", "2"), ("reason", "key"))).ShouldContain("There is no question 2 here.");
        (await olgaThere.TypeAsync("withdraw", ("question", "2"), ("reason", "mischief"))).ShouldContain("is not the number of a question");
        (await olgaThere.TypeAsync("schedule pause", ("schedule", "1"))).ShouldContain("1");
        (await olgaThere.TypeAsync("schedule now", ("schedule", "1"))).ShouldNotContain("is posted.");
        (await olga.In(second).TypeAsync("withdraw", ("question", "2"), ("reason", "mischief"))).ShouldContain("is not the number of a question");
        stage.Records.Counts().ShouldBe(counts);
        stage.Records.Schedules().Count.ShouldBe(15, "nobody paused a schedule of another place");

        // Each place lists its own; both channels of one server share a streak.
        (await ListedAsync(ana)).ShouldBe(["1", "2", "3"], ignoreOrder: true);
        (await ListedAsync(ana.In(second))).ShouldBe(["6", "7", "8"], ignoreOrder: true);
        (await ListedAsync(anaThere)).ShouldBe(["11", "12", "13"], ignoreOrder: true);
        (await ana.In(second).TypeAsync("streak")).ShouldContain("1 day, today included.");
        (await ana.In(second).TypeAsync("why")).ShouldContain("You have not answered a question here yet.");
        (await ana.In(second).TypeAsync("why", ("question", "1"))).ShouldContain($"You answered **{stage.Records.Post(1).Right}**: right.");

        await Task.WhenAll(ben.PressAsync(beside[0], "I don't know"), ben.PressAsync(there[0], "I don't know"), anaThere.PressAsync(there[0], stage.Records.Post(11).Wrong));
        stage.Records.Answers().Select(answer => (answer.Post, answer.Person, answer.IsRight)).ShouldBe(
            [(1, ana.Id, true), (6, ben.Id, false), (11, ana.Id, false), (11, ben.Id, false)], ignoreOrder: true);
        foreach (var (message, count) in new[] { (here[0], "1 person has answered."), (beside[0], "1 person has answered."), (there[0], "2 people have answered.") })
        {
            await stage.WaitAsync(() => message.Text.Contains(count, StringComparison.Ordinal), $"{count} below {message.Text}");
        }

        (await anaThere.TypeAsync("why")).ShouldContain($"You answered **{stage.Records.Post(11).Wrong}**: not right.");
        control.Public(other).ShouldAllBe(message => !message.Text.Contains("reported", StringComparison.Ordinal));
        stage.ShouldHaveBehaved();
    }

    /// <summary>The numbers of the questions that /daily lists.</summary>
    private static async Task<IEnumerable<string>> ListedAsync(Learner who) =>
        Row().Matches(await who.TypeAsync("daily")).Select(row => row.Groups["number"].Value);

    [GeneratedRegex(@"(?<number>\d+)\D{1,12}Domain \d, ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
