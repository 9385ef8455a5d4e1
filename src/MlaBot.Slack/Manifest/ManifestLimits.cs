namespace MlaBot.Slack.Manifest;

/// <summary>What a manifest's texts may hold, in characters.</summary>
/// <remarks>Source: Slack developer documentation, "App manifest reference", and Slack's published manifest schema.</remarks>
internal static class ManifestLimits
{
    /// <summary>A slash command's name, with its slash.</summary>
    public const int Command = 32;

    /// <summary>A slash command's usage hint.</summary>
    public const int UsageHint = 1000;
}
