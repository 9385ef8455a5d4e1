using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MlaBot.DiscordServer.Pages;

namespace MlaBot.Discord.Tests.Server;

public sealed partial class MarkdownHtmlTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private static readonly MarkdownHtml Markdown = new((kind, id) => (kind, id) switch { ("#", 7) => "daily", ("@&", 8) => "study", ("@", 9) => "ada", _ => null }, Now);

    [Theory]
    [InlineData("**A** *new* __line__ ~~no~~", "<p><b>A</b> <em>new</em> <u>line</u> <s>no</s></p>")]
    [InlineData("## Title", "<h3>Title</h3>")]
    [InlineData("-# small", "<small>small</small>")]
    [InlineData("- a\n- b\nend", "<ul><li>a</li><li>b</li></ul><p>end</p>")]
    [InlineData("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>")]
    [InlineData("`**x**` s3:a_b_c 2 * 3", "<p><code>**x**</code> s3:a_b_c 2 * 3</p>")]
    [InlineData("```\na **b**\n```", "<pre>a **b**\n</pre>")]
    [InlineData("\\*\\*plain\\*\\*", "<p>**plain**</p>")]
    [InlineData("**a \\*\\* b**", "<p><b>a ** b</b></p>")]
    [InlineData("<#7> <@&8> <@9> <@&1>", "<p><span class=\"mention\">#daily</span> <span class=\"mention\">@study</span> <span class=\"mention\">@ada</span> <span class=\"mention\">&lt;@&amp;1&gt;</span></p>")]
    public void Marks_become_tags(string text, string html) => Markdown.Of(text).ShouldBe(html);

    [Fact]
    public void A_link_shows_its_label_and_goes_to_web_addresses_only()
    {
        Markdown.Of("[AWS **docs**](https://aws.example/a_b_c?x=1&y=2)").ShouldBe(
            "<p><a href=\"https://aws.example/a_b_c?x=1&amp;y=2\" target=\"_blank\" rel=\"noreferrer\">AWS <b>docs</b></a></p>");
        Markdown.Of("[x](javascript:alert(1))").ShouldBe("<p>[x](javascript:alert(1))</p>");
    }

    [Fact]
    public void Times_are_told_in_words()
    {
        Markdown.Of("<t:1800007200:R>").ShouldContain(">in 2 hours<");
        Markdown.Of("<t:1799999940:R>").ShouldContain(">1 minute ago<");
        Markdown.Of("<t:1800000000:f>").ShouldContain(">15 January 2027 08:00 UTC<");
        Markdown.Of("<t:99999999999999999999>").ShouldBe("<p>99999999999999999999</p>");
    }

    [Fact]
    public void No_text_brings_a_tag_of_its_own()
    {
        string[] pieces =
            ["<script>", "<img src=x onerror=alert(1)>", "**", "*", "__", "`", "```", "\n", "- ", "# ", "> ", "[", "](", ")", "https://e.example/", "\"", "'", "\\", "||", "a", " ", "javascript:"];
        var texts = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));

        Prop.ForAll(texts.ToArbitrary(), text => !OwnTag().Replace(Markdown.Of(text), "").Contains('<', StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }

    [GeneratedRegex("""</?(p|b|em|u|s|mark|code|pre|ul|ol|li|h2|h3|h4|small|blockquote)>|</a>|<a href="https://e\.example/[^"<>]*" target="_blank" rel="noreferrer">""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OwnTag();
}
