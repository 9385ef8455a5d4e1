namespace MlaBot.Slack.Manifest;

/// <summary>The callback ids of the manifest's shortcuts.</summary>
internal static class SlackShortcuts
{
    /// <summary>The global shortcut that looks a service up.</summary>
    public const string LookUp = "look_up";

    /// <summary>The message shortcut that explains the services which a message names.</summary>
    public const string ExplainTerms = "explain_terms";
}
