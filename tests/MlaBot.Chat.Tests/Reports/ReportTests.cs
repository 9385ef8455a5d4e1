using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Tests.Daily;
using MlaBot.Core.Channels;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Reports;

/// <summary>Product row 34 and rule 4.6: members report, admins look, a doubtful question rests.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_button_opens_a_form_and_sending_it_is_thanked_for_in_private()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());

        var form = (await chat.PressAsync(DailyActions.ReportOn(chat.Post))).Parts.ShouldHaveSingleItem().ShouldBeOfType<Form>();
        form.Title.Length.ShouldBeLessThanOrEqualTo(24);
        form.Fields[0].Options.Select(option => option.Value).ShouldBe(["key", "ambiguous", "outdated", "typo", "explanation", "other"]);
        form.Fields[1].MaxLength.ShouldBe(1000);
        form.Fields[1].IsRequired.ShouldBeFalse();

        var thanks = await chat.PressAsync(form.Action, fields: new() { ["reason"] = "outdated", ["text"] = "It was renamed." });

        thanks.IsPrivate.ShouldBeTrue();
        thanks.Words().ShouldContain("The admins of this group look at it");
        var list = (await chat.TypeAsync("reports list", "admin")).Words();
        list.ShouldContain("“It was renamed.”");
        list.ShouldContain("`q-1.1-0001` version 1 · 1 open");
        list.ShouldContain("It is outdated · ada");
    }

    [Fact]
    public async Task A_typed_report_does_the_same_and_a_second_one_replaces_the_first()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await ReportAsync(chat, "ada", "key");

        var second = await ReportAsync(chat, "ada", "typo");

        second.Words().ShouldContain("takes the place of the one that you sent before");
        (await chat.TypeAsync("reports list", "admin")).Words().ShouldNotContain("The key is wrong");
        chat.Group.Platform.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_without_a_reason_or_with_a_very_long_text_is_refused()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        var form = (await chat.PressAsync(DailyActions.ReportOn(chat.Post))).Parts.OfType<Form>().Single();

        (await chat.PressAsync(form.Action, fields: new() { ["text"] = "Hm." })).Words().ShouldStartWith("A report needs a reason.");
        (await chat.PressAsync(form.Action, fields: new() { ["reason"] = "key", ["text"] = new string('x', 1001) })).Words().ShouldContain("nothing was stored");
        (await chat.TypeAsync("reports list", "admin")).Words().ShouldBe("Open reports: none.");
    }

    [Fact]
    public async Task Two_people_make_a_question_rest_and_the_admins_are_told_once_without_names()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());

        await Task.WhenAll(new[] { "ada", "ben", "cleo" }.Select(user => ReportAsync(chat, user, "key")));

        var told = chat.Group.Platform.Told.ShouldHaveSingleItem().Sentence;
        told.ShouldContain($"question {chat.Post.Number}");
        foreach (var name in new[] { "ada", "ben", "cleo" })
        {
            told.ShouldNotContain(name);
        }
    }

    [Fact]
    public async Task A_resting_question_is_not_posted_until_its_reports_are_closed()
    {
        var (doubtful, sound) = (New.ChoiceItem(id: "q-1.1-0001"), New.ChoiceItem(id: "q-1.1-0002"));
        await using var chat = await ChatGroup.OpenAsync(doubtful, FeedbackMode.Immediate, sound);
        await ReportAsync(chat, "ada", "key");
        await ReportAsync(chat, "ben", "key");

        await chat.Group.RunToAsync("2026-03-06T12:00Z");
        chat.Group.Platform.Shown.Skip(1).Select(shown => shown.Item.Id.Value).ShouldBe(["q-1.1-0002", "q-1.1-0002", "q-1.1-0002", "q-1.1-0002"]);

        (await chat.TypeAsync("reports close", "admin", options: ("number", "1"))).Words().ShouldContain("1 other report on that question is open.");
        await chat.Group.RunToAsync("2026-03-08T12:00Z");
        chat.Group.Platform.Shown.Select(shown => shown.Item.Id.Value).Skip(1).ShouldContain("q-1.1-0001");
    }

    [Fact]
    public async Task A_question_that_was_planned_before_its_reports_is_swapped_when_it_is_due()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem(id: "q-1.1-0001"));
        // The only question of the bank is planned for tomorrow again.
        await ReportAsync(chat, "ada", "key");
        await ReportAsync(chat, "ben", "key");
        chat.Group.Content.Current = ChatGroup.Content(New.ChoiceItem(id: "q-1.1-0001"), New.ChoiceItem(id: "q-1.1-0002"));

        await chat.Group.RunToAsync("2026-03-03T12:00Z");

        chat.Group.Platform.Shown[^1].Item.Id.Value.ShouldBe("q-1.1-0002");
    }

    [Fact]
    public async Task Where_every_question_was_reported_the_day_is_excused_and_the_schedule_lives_on()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await ReportAsync(chat, "ada", "key");
        await ReportAsync(chat, "ben", "key");

        await chat.Group.RunToAsync("2026-03-03T12:00Z");
        chat.Group.Platform.Shown.Count.ShouldBe(1);
        await chat.TypeAsync("reports close", "admin", options: ("number", "1"));
        await chat.Group.RunToAsync("2026-03-04T12:00Z");

        chat.Group.Platform.Shown.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_group_neither_reports_nor_sees_nor_closes()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await ReportAsync(chat, "ada", "key");
        var strangers = new GroupKey("local", "strangers");

        (await ReportAsync(chat, "eve", "key", strangers)).Words().ShouldStartWith($"There is no question {chat.Post.Number} here.");
        (await chat.TypeAsync("reports list", "admin", strangers, ("which", "all"))).Words().ShouldBe("All reports: none.");
        (await chat.TypeAsync("reports close", "admin", strangers, ("number", "1"))).Words().ShouldStartWith("There is no report 1 in this group.");
        (await chat.TypeAsync("reports list", "ada")).Words().ShouldContain("is for admins");
        (await chat.TypeAsync("reports list", "admin")).Words().ShouldContain("**1**");
    }

    [Fact]
    public async Task Closing_says_who_did_it_first()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await ReportAsync(chat, "ada", "key");

        (await chat.TypeAsync("reports close", "admin", options: [("number", "#1"), ("note", "The key is right.")])).Words().ShouldContain("Report 1 on q-1.1-0001 is closed.");

        (await chat.TypeAsync("reports close", "admin2", options: ("number", "1"))).Words().ShouldContain("was closed by admin ");
        (await chat.TypeAsync("reports list", "admin")).Words().ShouldBe("Open reports: none.");
        (await chat.TypeAsync("reports list", "admin", options: ("which", "1"))).Words().ShouldContain("The key is right.");
    }

    private static Task<Card> ReportAsync(ChatGroup chat, string user, string reason, GroupKey? group = null) =>
        chat.TypeAsync("report", user, group, ("question", $"{chat.Post.Number}"), ("reason", reason));
}
