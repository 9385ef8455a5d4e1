using MlaBot.Chat.Cards;
using MlaBot.Slack.Rendering;
using MlaBot.Testing;
using MlaBot.Testing.Cards;

namespace MlaBot.Slack.Tests.Rendering;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("/help", "/mla help")]
    [InlineData("Type /help to see all commands.", "Type /mla help to see all commands.")]
    [InlineData("Type /help.", "Type /mla help.")]
    [InlineData("- `/schedule list` Shows them", "- `/mla schedule list` Shows them")]
    [InlineData("(/reports close, /rest)", "(/mla reports close, /mla rest)")]
    [InlineData("first\n/why 12", "first\n/mla why 12")]
    [InlineData("`/service s3` or /service", "`/service s3` or /service")]
    public void A_command_is_shown_as_it_is_typed_here(string text, string shown) => TestWords.Words.In(text).ShouldBe(shown);

    [Theory]
    [InlineData("/dev/shm and /opt/ml/model")]
    [InlineData("s3://bucket/report and https://a.b/exam")]
    [InlineData("/exam/labels.csv")]
    [InlineData("/report.csv, /report-2026, /report_1, /rest*")]
    [InlineData("GET and/or /resting, /reportsclose, 1/help")]
    [InlineData("mount /var/help")]
    public void A_path_is_never_touched(string text) => TestWords.Words.In(text).ShouldBe(text);

    [Fact]
    public void The_commands_have_the_names_that_the_workspace_gave_them()
    {
        var words = new CommandWords(TestWords.Options with { Command = "/quiz", LookupCommand = "/aws" }, TestWords.Specs);

        words.In("/help, /service s3, /schedule list").ShouldBe("/quiz help, /aws s3, /quiz schedule list");
    }

    [Fact]
    public void No_question_of_the_bank_holds_anything_that_looks_like_a_command()
    {
        foreach (var item in RealContent.Current.Items)
        {
            foreach (var text in QuestionTexts(new RealPosts(item)))
            {
                TestWords.Words.In(text).ShouldBe(text, item.Id.ToString());
            }
        }
    }

    private static IEnumerable<string> QuestionTexts(RealPosts posts) =>
        posts.Open.Parts.Concat(posts.Reveal.Parts).Select(part => part switch { Section section => section.Markdown, Header header => header.Text, _ => "" });
}
