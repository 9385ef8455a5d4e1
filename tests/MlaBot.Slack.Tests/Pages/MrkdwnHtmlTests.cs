using MlaBot.SlackServer.Pages;
using MlaBot.SlackServer.World;

namespace MlaBot.Slack.Tests.Pages;

public sealed class MrkdwnHtmlTests
{
    [Theory]
    [InlineData("*bold* _slanted_ ~gone~ `a*b*c`", "<b>bold</b> <i>slanted</i> <s>gone</s> <code>a*b*c</code>")]
    [InlineData("*bold and _slanted_*", "<b>bold and <i>slanted</i></b>")]
    [InlineData("a_b_c 2*3*4", "a_b_c 2*3*4")]
    [InlineData("1 &lt; 2 &amp;&amp; 3", "1 &lt; 2 &amp;&amp; 3")]
    [InlineData("<script>alert(1)</script>", "scriptalert(1)/script")]
    [InlineData("<https://aws.amazon.com/?a=1&amp;b=2|AWS>", "<a href=\"https://aws.amazon.com/?a=1&amp;b=2\" target=\"_blank\" rel=\"noreferrer\">AWS</a>")]
    [InlineData("<javascript:alert(1)|press>", "press")]
    [InlineData("<@U1> in <#C1>, <!here>", "<span class=\"mention\">@ada</span> in <span class=\"mention\">#daily</span>, <span class=\"mention\">@here</span>")]
    [InlineData("<!date^0^{date}|1 January>", "<time title=\"1970-01-01 00:00:00Z\">1 January</time>")]
    [InlineData("&gt; quoted\nnot", "<blockquote>quoted</blockquote><br>not")]
    [InlineData("```*raw*```", "<pre>*raw*</pre>")]
    public void Text_is_shown_as_slack_would_and_never_as_a_tag(string text, string html)
    {
        var team = new Team("T1", "Study group");
        team.Users["U1"] = new("U1", team, "ada");
        team.Channels["C1"] = new("C1", team, "daily");

        new MrkdwnHtml(team).Of(text).ShouldBe(html);
    }
}
