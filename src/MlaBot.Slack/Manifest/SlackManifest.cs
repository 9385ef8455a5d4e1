using System.Text.RegularExpressions;
using MlaBot.Chat.Commands;
using MlaBot.Slack.Rendering;

namespace MlaBot.Slack.Manifest;

/// <summary>The app manifest that an operator pastes into Slack's "Create New App, from a manifest".</summary>
/// <remarks>Source: Slack developer documentation, "App manifest reference".</remarks>
public static partial class SlackManifest
{
    /// <summary>The manifest as YAML, with the reason of each scope in a comment.</summary>
    /// <param name="specs">The command table.</param>
    /// <param name="options">The names of the slash commands; its tokens are not used.</param>
    /// <exception cref="ArgumentException">A slash command has a name that Slack does not take, or both have the same; the message says which.</exception>
    public static string ToYaml(IReadOnlyList<CommandSpec> specs, SlackOptions options)
    {
        Check(options);
        var lookup = specs.FirstOrDefault(spec => spec.Name is CommandWords.Lookup)
            ?? throw new ArgumentException("The command table has no look-up command.", nameof(specs));
        return $$"""
            _metadata:
              major_version: 1
              minor_version: 1
            display_information:
              name: MlaBot
              description: Daily exam questions for AWS MLA-C01 and MLA-C02, and explanations of AWS services.
              background_color: "#1f3a5f"
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: false
              bot_user:
                display_name: MlaBot
                always_online: true
              slash_commands:
                - command: {{options.Command}}
                  description: Everything the bot can do; begin with {{options.Command}} help
                  usage_hint: {{Quoted(Hint(specs))}}
                  should_escape: true   # channels and people come with their ids
                - command: {{options.LookupCommand}}
                  description: {{Quoted(lookup.Description)}}
                  usage_hint: {{Quoted(lookup.Usage[(lookup.Usage.IndexOf(' ', StringComparison.Ordinal) + 1)..])}}
                  should_escape: false
              shortcuts:
                - name: Look up a service
                  type: global
                  callback_id: {{SlackShortcuts.LookUp}}
                  description: Explain an AWS service, seen only by you
                - name: Explain AWS terms
                  type: message
                  callback_id: {{SlackShortcuts.ExplainTerms}}
                  description: Explain the AWS services that a message names
            oauth_config:
              scopes:
                bot:
                  - chat:write          # post questions and reveals, and keep them up to date
                  - commands            # the slash commands and shortcuts above
                  - app_mentions:read   # hear people who mention the bot
                  - im:history          # hear people who write to the bot in private
                  - im:write            # write to one person: reminders, and news for who set a channel up
                  - channels:read       # see whether a public channel exists and the bot is in it
                  - groups:read         # the same for private channels
                  - users:read          # names, time zones, and who is an admin of the workspace
                  - files:write         # pictures of charts
                  - files:read          # files.info says when a picture can be shown
                  - channels:join       # enter a public channel that was chosen in the setup
                  - channels:history    # find its own post again when it was killed while posting
                  - groups:history      # the same in private channels
                bot_optional:
                  - channels:join
                  - channels:history
                  - groups:history
            settings:
              event_subscriptions:
                bot_events:
                  - app_home_opened
                  - app_mention
                  - message.im
                  - app_uninstalled
                  - tokens_revoked
                  - user_change
                  - member_joined_channel
                  - channel_left
                  - group_left
                  - channel_archive
                  - group_archive
                  - channel_deleted
                  - group_deleted
                  - channel_id_changed
              interactivity:
                is_enabled: true
              org_deploy_enabled: false
              socket_mode_enabled: true
              token_rotation_enabled: false

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The names of the commands, those for everybody first: <c>help | daily | why</c>.</summary>
    private static string Hint(IEnumerable<CommandSpec> specs)
    {
        var names = specs.Where(spec => spec.OnlyOn is "" or "slack").OrderBy(spec => spec.IsAdmin).Select(spec => spec.Name.Split(' ')[0]).Distinct(StringComparer.Ordinal).ToList();
        while (names.Sum(name => name.Length + 3) > ManifestLimits.UsageHint)
        {
            names.RemoveAt(names.Count - 1);
        }

        return string.Join(" | ", names);
    }

    private static void Check(SlackOptions options)
    {
        foreach (var command in new[] { options.Command, options.LookupCommand })
        {
            if (command.Length > ManifestLimits.Command || !CommandName().IsMatch(command))
            {
                throw new ArgumentException(
                    $"\"{command}\" is no name for a slash command. Use a slash and up to {ManifestLimits.Command - 1} small letters, digits, hyphens or underscores.", nameof(options));
            }
        }

        if (string.Equals(options.Command, options.LookupCommand, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Both slash commands are called {options.Command}. Give the look-up another name.", nameof(options));
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("^/[a-z0-9_-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandName();
}
