using MlaBot.Slack.Adapter;
using MlaBot.Slack.Manifest;
using MlaBot.Slack.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace MlaBot.Slack.Tests.Adapter;

/// <summary>The self-test against the manifest: a scope that the app asks for is one that somebody is told about when it is lacking.</summary>
public sealed class ScopesTests
{
    [Fact]
    public void Every_scope_of_the_manifest_that_may_not_be_refused_is_looked_at_and_no_other_one_is_wanted()
    {
        var (bot, optional) = (Manifest("bot"), Manifest("bot_optional"));

        var missed = Scopes.Examine(new HashSet<string>(StringComparer.Ordinal)).Select(finding => finding.What["Scope ".Length..]).ToArray();

        bot.Except(optional).ShouldBeSubsetOf(missed);
        missed.ShouldBeSubsetOf(bot);
    }

    [Theory]
    [InlineData("app_mentions:read")]
    [InlineData("im:history")]
    public void A_token_that_cannot_hear_people_is_warned_about(string scope)
    {
        var finding = Scopes.Examine(Manifest("bot").Where(has => has != scope).ToHashSet(StringComparer.Ordinal)).ShouldHaveSingleItem();

        (finding.What, finding.IsGood, finding.IsWarning).ShouldBe(($"Scope {scope}", false, true));
    }

    private static string[] Manifest(string kind)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(SlackManifest.ToYaml(TestWords.Specs, TestWords.Options)));
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode["oauth_config"]["scopes"][kind]).Select(scope => ((YamlScalarNode)scope).Value!)];
    }
}
