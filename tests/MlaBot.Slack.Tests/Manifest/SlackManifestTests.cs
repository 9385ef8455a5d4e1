using MlaBot.Chat.Commands;
using MlaBot.Slack.Manifest;
using MlaBot.Slack.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace MlaBot.Slack.Tests.Manifest;

/// <summary>The manifest against the limits of Slack's documentation and published schema, and against what the bot calls and hears.</summary>
public sealed class SlackManifestTests
{
    [Fact]
    public void The_manifest_keeps_slacks_limits()
    {
        var root = Read(TestWords.Options);

        Text(root, "display_information", "name").Length.ShouldBeInRange(1, 35);
        Text(root, "display_information", "description").Length.ShouldBeInRange(1, 140);
        Text(root, "display_information", "background_color").ShouldMatch("^#[0-9a-f]{6}$");
        Text(root, "features", "bot_user", "display_name").Length.ShouldBeInRange(1, 80);
        foreach (var command in List(root, "features", "slash_commands"))
        {
            Text(command, "command").ShouldMatch("^/.{1,31}$");
            Text(command, "description").Length.ShouldBeInRange(1, 2000);
            Text(command, "usage_hint").Length.ShouldBeInRange(1, 1000);
            ((YamlMappingNode)command).Children.ContainsKey("url").ShouldBeFalse("Socket Mode has no addresses");
        }

        foreach (var shortcut in List(root, "features", "shortcuts"))
        {
            Text(shortcut, "name").Length.ShouldBeInRange(1, 24);
            Text(shortcut, "type").ShouldBeOneOf("global", "message");
            Text(shortcut, "callback_id").Length.ShouldBeInRange(1, 255);
            Text(shortcut, "description").Length.ShouldBeInRange(1, 150);
        }

        Texts(root, "settings", "event_subscriptions", "bot_events").ShouldBeUnique();
        Text(root, "settings", "socket_mode_enabled").ShouldBe("true");
        Text(root, "settings", "interactivity", "is_enabled").ShouldBe("true");
        Text(root, "settings", "token_rotation_enabled").ShouldBe("false");
    }

    [Fact]
    public void It_has_the_two_slash_commands_and_the_two_shortcuts()
    {
        var root = Read(TestWords.Options with { Command = "/quiz", LookupCommand = "/aws" });

        List(root, "features", "slash_commands").Select(command => Text(command, "command")).ShouldBe(["/quiz", "/aws"]);
        List(root, "features", "shortcuts").Select(shortcut => (Text(shortcut, "type"), Text(shortcut, "name"), Text(shortcut, "callback_id")))
            .ShouldBe([("global", "Look up a service", "look_up"), ("message", "Explain AWS terms", "explain_terms")]);
    }

    [Fact]
    public void The_usage_hint_names_every_command_once_and_those_of_admins_last()
    {
        CommandSpec[] specs = [new("setup", "x") { IsAdmin = true }, new("help", "x"), new("service", "x"), new("reports list", "x"), new("reports close", "x"), new("time", "x") { OnlyOn = "terminal" }];

        Hint(specs).ShouldBe("help | service | reports | setup");
        Hint([.. specs, .. Enumerable.Range(0, 200).Select(number => new CommandSpec($"command{number}", "x"))]).Length.ShouldBeInRange(900, 1000);
    }

    [Fact]
    public void Every_event_has_its_scope_and_every_scope_its_reason()
    {
        var yaml = SlackManifest.ToYaml(TestWords.Specs, TestWords.Options);
        var root = Parse(yaml);
        var scopes = Texts(root, "oauth_config", "scopes", "bot");

        scopes.ShouldBeUnique();
        Texts(root, "oauth_config", "scopes", "bot_optional").ShouldBeSubsetOf(scopes);
        scopes.ShouldAllBe(scope => yaml.Split('\n').Any(line => line.TrimStart().StartsWith($"- {scope} ", StringComparison.Ordinal) && line.Contains(" # ", StringComparison.Ordinal)));

        // Source: Slack developer documentation, the page of each event. app_home_opened, app_uninstalled and tokens_revoked need none.
        Dictionary<string, string> needs = new(StringComparer.Ordinal)
        {
            ["app_mention"] = "app_mentions:read",
            ["message.im"] = "im:history",
            ["user_change"] = "users:read",
            ["member_joined_channel"] = "channels:read",
            ["channel_left"] = "channels:read",
            ["channel_archive"] = "channels:read",
            ["channel_deleted"] = "channels:read",
            ["channel_id_changed"] = "channels:read",
            ["group_left"] = "groups:read",
            ["group_archive"] = "groups:read",
            ["group_deleted"] = "groups:read",
        };
        foreach (var heard in Texts(root, "settings", "event_subscriptions", "bot_events").Except(["app_home_opened", "app_uninstalled", "tokens_revoked"]))
        {
            scopes.ShouldContain(needs[heard], heard);
        }
    }

    [Theory]
    [InlineData("mla", "/service", "\"mla\"")]
    [InlineData("/Mla", "/service", "\"/Mla\"")]
    [InlineData("/mla", "/two words", "\"/two words\"")]
    [InlineData("/mla", "/a\n- b", "\"/a")]
    [InlineData("/mla", "/mla", "Both slash commands are called /mla")]
    public void A_name_that_slack_does_not_take_is_refused_in_a_sentence(string command, string lookup, string said) =>
        Should.Throw<ArgumentException>(() => SlackManifest.ToYaml(TestWords.Specs, TestWords.Options with { Command = command, LookupCommand = lookup })).Message.ShouldContain(said);

    private static string Hint(IReadOnlyList<CommandSpec> specs) =>
        Text(List(Parse(SlackManifest.ToYaml(specs, TestWords.Options)), "features", "slash_commands")[0], "usage_hint");

    private static YamlNode Read(SlackOptions options) => Parse(SlackManifest.ToYaml(TestWords.Specs, options));

    private static YamlNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (at, name) => at[name]);

    private static string Text(YamlNode node, params string[] path) => ((YamlScalarNode)At(node, path)).Value!;

    private static IReadOnlyList<YamlNode> List(YamlNode node, params string[] path) => [.. (YamlSequenceNode)At(node, path)];

    private static string[] Texts(YamlNode node, params string[] path) => [.. List(node, path).Select(each => ((YamlScalarNode)each).Value!)];
}
