using System.Text.RegularExpressions;
using MlaBot.DiscordServer.World;

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
        await stage.WaitAsync(() => stage.Records.Posts().Count(post => post.WasSent) == 9, "three questions in each channel");
        // Both channels of one server share its numbers, in the order in which their questions went out.
        var numbers = stage.Records.Posts().ToDictionary(post => post.Id, post => post.Number);
        long[][] posts = [[1, 2, 3], [6, 7, 8], [11, 12, 13]];
        posts[0].Concat(posts[1]).Select(post => numbers[post]).ShouldBe([1, 2, 3, 4, 5, 6], ignoreOrder: true);
        posts[2].Select(post => numbers[post]).ShouldBe([1, 2, 3]);
        var (here, beside, there) = (await AskedAsync(stage.Study, posts[0]), await AskedAsync(second, posts[1]), await AskedAsync(other, posts[2]));

        // Ana answers, drafts and reports here; there she is a new face.
        await ana.PressAsync(here[0], stage.Records.Post(1).Right);
        await ana.ChooseAsync((await ana.PressAsync(here[2], "Put in order")).Message!, "Step 1 of 3", "A");
        await ana.ReportAsync(here[0], "key", "A word about question 1.");
        await ben.ReportAsync(here[0], "key", "");
        await stage.MessageAsync(stage.Study, $"2 members have reported question {numbers[1]}.");
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
        (await anaThere.TypeAsync("why", ("question", "4"))).ShouldContain("There is no question 4 here.");
        (await anaThere.TypeAsync("why")).ShouldContain("You have not answered a question here yet.");
        (await anaThere.TypeAsync("daily", ("question", "5"))).ShouldContain("There is no question 5 here.");
        (await anaThere.TypeAsync("answer", ("question", "6"), ("letters", "ABC"))).ShouldContain("There is no question 6 here.");
        (await anaThere.TypeAsync("report", ("question", "4"), ("reason", "key"))).ShouldContain("There is no question 4 here.");
        (await olgaThere.TypeAsync("withdraw", ("question", "5"), ("reason", "mischief"))).ShouldContain("There is no question 5 here.");
        (await olgaThere.TypeAsync("schedule pause", ("schedule", "1"))).ShouldContain("1");
        (await olgaThere.TypeAsync("schedule now", ("schedule", "1"))).ShouldNotContain("is posted.");
        (await olga.In(second).TypeAsync("withdraw", ("question", $"{numbers[2]}"), ("reason", "mischief"))).ShouldContain("That question was posted in another channel.");
        stage.Records.Counts().ShouldBe(counts);
        stage.Records.Schedules().Count.ShouldBe(15, "nobody paused a schedule of another place");

        // Each place lists its own; both channels of one server share a streak.
        (await ListedAsync(ana)).ShouldBe(Texts(posts[0]), ignoreOrder: true);
        (await ListedAsync(ana.In(second))).ShouldBe(Texts(posts[1]), ignoreOrder: true);
        (await ListedAsync(anaThere)).ShouldBe(Texts(posts[2]), ignoreOrder: true);
        (await ana.In(second).TypeAsync("streak")).ShouldContain("1 day, today included.");
        (await ana.In(second).TypeAsync("why")).ShouldContain("You have not answered a question here yet.");
        (await ana.In(second).TypeAsync("why", ("question", $"{numbers[1]}"))).ShouldContain($"You answered **{stage.Records.Post(1).Right}**: right.");

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

        Task<Message[]> AskedAsync(Channel channel, long[] asked) => Task.WhenAll(asked.Select(post => stage.QuestionAsync(channel, numbers[post])));

        IEnumerable<string> Texts(long[] asked) => asked.Select(post => $"{numbers[post]}");
    }

    /// <summary>The numbers of the questions that /daily lists.</summary>
    private static async Task<IEnumerable<string>> ListedAsync(Learner who) =>
        Row().Matches(await who.TypeAsync("daily")).Select(row => row.Groups["number"].Value);

    [GeneratedRegex(@"(?<number>\d+)\D{1,12}Domain \d, ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
