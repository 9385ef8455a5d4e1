using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Cards;
using MlaBot.Discord.Rendering;

namespace MlaBot.Discord.Tests.Rendering;

public sealed class DiscordMarkdownTests
{
    private static readonly string[] Pieces =
    [
        "*", "**", "***", "_", "__", "`", "``", "```", "~~", "||", "[", "](", "](https://a.b/c_d)", "]", "(", ")", "<@1>", "<@&1>", "<#1>",
        "</answer:1>", "<t:1:R>", "<:a:1>", "<https://a.b>", "@everyone", "@here", ":key:", "https://a.b/c_d", "http://x", "# ", "## ", "-# ",
        "- ", "+ ", "* ", "> ", ">>> ", "1. ", "1) ", "\\", " ", "  ", "a", "b c", "s3:*", "__init__", "a_b", "ü", "🚀", ".", ",", ":", "!", "<", ">", "@",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Theory]
    [InlineData("Allow `s3:*` on **a_b** and __init__", @"Allow `s3:*` on **a\_b** and \_\_init\_\_")]
    [InlineData("s3:* and 2 * 3", @"s3\:\* and 2 \* 3")]
    [InlineData("*(your answer)*: because", "_(your answer)_: because")]
    [InlineData("- `bias` first\n- # second", "- `bias` first\n- \\# second")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("<@1> <@&2> <#3> @everyone", @"\<\@1> \<\@&2> \<#3> \@everyone")]
    [InlineData("[guide](https://a.b/c_d) and https://a.b", @"[guide](https://a.b/c_d) and https\://a.b")]
    [InlineData("**a****b** `c``d`", "**a**\u200B**b** `c`\u200B`d`")]
    [InlineData("until {time:1795000000}.", "until <t:1795000000:f> (<t:1795000000:R>).")]
    [InlineData("`{time:1795000000}`", "`2026-11-18T11:06:40Z`")]
    public void A_cards_marks_are_kept_and_everything_else_is_text(string markdown, string expected) =>
        string.Join('\n', CleanText.Lines(markdown).Select(DiscordMarkdown.Line)).ShouldBe(expected.Replace("\r", "", StringComparison.Ordinal));

    [Fact]
    public void Plain_text_is_seen_exactly_as_it_is_and_nothing_in_it_lives() => Prop.ForAll(Texts, text =>
    {
        var read = DiscordReader.Read(DiscordMarkdown.Plain(text));
        return read.Seen == CleanText.Clean(text) && read.Live.Count == 0;
    }).Check(Many);

    [Fact]
    public void A_line_of_markdown_is_seen_with_its_own_marks_and_no_others() => Prop.ForAll(Texts, text =>
    {
        var line = CleanText.Clean(text).TrimEnd();
        var read = DiscordReader.Read(DiscordMarkdown.Line(line));
        return read.Seen == Seen(line) && read.Live.All(IsMarkOfCards);
    }).Check(Many);

    [Fact]
    public void Text_in_any_mark_of_any_part_is_seen_exactly() => Prop.ForAll(Texts, text =>
        new[] { "### ", "-# ", "- " }.All(mark =>
        {
            var read = DiscordReader.Read(mark + DiscordMarkdown.Plain(text));
            return read.Seen.EndsWith(CleanText.Clean(text).TrimStart(), StringComparison.Ordinal) && read.Live.Count <= 1;
        })).Check(Many);

    private static bool IsMarkOfCards(string live) => live is "bold" or "italic" or "code" or "list -" || live.StartsWith("link ", StringComparison.Ordinal);

    private static string Seen(string line) => string.Concat(CardMarkdown.Read(line).Select(piece => piece.Mark switch
    {
        MarkdownMark.Bold or MarkdownMark.Italic => Seen(piece.Text),
        MarkdownMark.Link when piece.Link.AsSpan().ContainsAny('\\', '<', '>') => $"[{piece.Text}]({piece.Link})",
        _ => piece.Text,
    }));
}
