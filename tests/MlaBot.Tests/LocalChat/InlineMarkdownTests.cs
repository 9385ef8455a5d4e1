using FsCheck;
using FsCheck.Fluent;
using MlaBot.LocalChat.Rendering;

namespace MlaBot.Tests.LocalChat;

public sealed class InlineMarkdownTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("**bold** and *italic* and `code`", "<Bold:bold> and <Italic:italic> and <Code:code>")]
    [InlineData("**bold with `code` in it**", "<Bold:bold with ><Bold, Code:code><Bold: in it>")]
    [InlineData("`**no bold**`", "<Code:**no bold**>")]
    [InlineData("*(your answer)*: why", "<Italic:(your answer)>: why")]
    [InlineData("[guide](https://example.org/a_b*c)", "guide (https://example.org/a_b*c)")]
    [InlineData("[red]not a link[/] and [x](file:///etc)", "[red]not a link[/] and [x](file:///etc)")]
    [InlineData("on resource *, with kms:* and 2 * 3 * 4", "on resource *, with kms:* and 2 * 3 * 4")]
    [InlineData("kms:Decrypt on resource * *(your answer)*: why", "kms:Decrypt on resource * <Italic:(your answer)>: why")]
    [InlineData("s3:Get*Object*", "s3:Get*Object*")]
    [InlineData("** not bold ** and `open", "** not bold ** and `open")]
    [InlineData("snake_case_name", "snake_case_name")]
    public void Marks_become_styles_and_lone_signs_stay(string markdown, string expected) =>
        string.Concat(InlineMarkdown.Parse(markdown, keepsTicks: false).Spans.Select(Write)).ShouldBe(expected);

    [Fact]
    public void No_text_is_lost_but_the_marks_themselves()
    {
        var signs = Gen.Elements("*", "**", "`", "[", "](https://e.org)", " ", "a", "b", ",").ArrayOf().Select(string.Concat);
        Prop.ForAll(signs.ToArbitrary(), text => Letters(InlineMarkdown.Parse(text, keepsTicks: true).Text) == Letters(text)).QuickCheckThrowOnFailure();
    }

    private static string Write(TextSpan span) => span.Style == SpanStyle.None ? span.Text : $"<{span.Style}:{span.Text}>";

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter));
}
