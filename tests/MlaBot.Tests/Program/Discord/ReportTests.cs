using MlaBot.DiscordServer.Control;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Reports on questions: members press, admins look, a doubtful question rests.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task Two_reports_make_a_question_rest_until_an_admin_closes_them()
    {
        await using var stage = await DiscordStage.StartAsync();
        var (ana, ben, olga) = (new Learner(stage, stage.Ana, stage.Study), new Learner(stage, stage.Ben, stage.Study), new Learner(stage, stage.Admin, stage.Study));
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 1);
        var item = stage.Records.Post(1).Item.Id.Value;

        (await ana.ReportAsync(question, "key", "Cedar is right, see @everyone.")).ShouldContain("Your report on question 1 is stored (the key is wrong).");
        (await ana.ReportAsync(question, "typo", "Cedar is right, see @everyone.")).ShouldContain("takes the place of the one that you sent before");
        var receipt = (await ben.PressAsync(question, stage.Records.Post(1).Right)).Message!;
        stage.Server.Control.Public(stage.Study).ShouldBe([question], "one report tells nobody");
        (await ben.ReportAsync(receipt, "outdated", "")).ShouldContain("is stored (it is outdated)");
        var told = await stage.MessageAsync(stage.Study, "2 members have reported question 1.");
        told.Text.ShouldNotContain("Ana");
        told.Pinged.ShouldBeEmpty();

        Should.Throw<ControlException>(() => stage.Server.Control.Command(stage.Ana, stage.Study, "reports list"), "only admins are offered it");
        var list = await olga.TypeAsync("reports list");
        list.ShouldContain($"`{item}` version 1 · 2 open");
        list.ShouldContain("There is a typo · Ana");
        list.ShouldContain("It is outdated · Ben");

        // The other two questions of the domain come again and again, this one does not.
        await PostAsync(stage, olga, times: 4);
        stage.Records.Posts().Where(post => post.WasSent && post.Id != 1).Select(post => post.Item.Id.Value).ShouldNotContain(item);

        (await olga.TypeAsync("reports close", ("number", "1"), ("note", "It is right."))).ShouldContain("1 other report on that question is open.");
        (await olga.TypeAsync("reports close", ("number", "1"))).ShouldContain("was closed by Olga");
        (await olga.TypeAsync("reports close", ("number", "9"))).ShouldContain("There is no report 9 in this group.");
        (await olga.TypeAsync("reports list", ("which", "all"))).ShouldContain("It is right.");
        await PostAsync(stage, olga, times: 2);
        stage.Records.Posts().Where(post => post.WasSent && post.Id != 1).Select(post => post.Item.Id.Value).ShouldContain(item);
        stage.ShouldHaveBehaved();
    }

    private static async Task PostAsync(DiscordStage stage, Learner admin, int times)
    {
        for (var time = 0; time < times; time++)
        {
            (await admin.TypeAsync("schedule now", ("schedule", "1"))).ShouldContain("is posted.");
        }
    }
}
