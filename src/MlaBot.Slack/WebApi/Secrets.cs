using System.Text.RegularExpressions;

namespace MlaBot.Slack.WebApi;

/// <summary>Keeps tokens and secret addresses out of texts, also when Slack itself sends one back.</summary>
/// <param name="tokens">The workspace's tokens.</param>
internal sealed partial class Secrets(SlackTokens tokens)
{
    private const int LongestText = 1500;

    private readonly string[] _known = [tokens.BotToken.Trim(), tokens.AppToken.Trim()];

    /// <summary>The text without secrets and at most 1,500 characters long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">An address that is a secret as well; null for none.</param>
    public string Clean(string text, Uri? address = null)
    {
        foreach (var secret in _known)
        {
            text = secret.Length > 0 ? text.Replace(secret, "…", StringComparison.Ordinal) : text;
        }

        if (address is { PathAndQuery.Length: > 1 })
        {
            text = text.Replace(address.OriginalString, "…", StringComparison.Ordinal).Replace(address.PathAndQuery, "…", StringComparison.Ordinal)
                .Replace(address.AbsolutePath, "…", StringComparison.Ordinal);
        }

        text = Pattern().Replace(text, "…");
        return text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
    }

    // Tokens of any kind, and addresses: Slack's own faults never need one.
    [GeneratedRegex("""(?:xox[a-z]|xapp)-[\w.-]+|(?:https?|wss?)://[^\s"]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
