using MlaBot.Chat.Commands;

namespace MlaBot.Slack.Manifest;

/// <summary>The app manifest that an operator pastes into Slack's "Create New App, from a manifest".</summary>
public static class SlackManifest
{
    /// <summary>The manifest as YAML, with the reason of each scope in a comment.</summary>
    /// <param name="specs">The command table.</param>
    /// <param name="options">The names of the slash commands; its tokens are not used.</param>
    public static string ToYaml(IReadOnlyList<CommandSpec> specs, SlackOptions options) => throw new NotSupportedException();
}
