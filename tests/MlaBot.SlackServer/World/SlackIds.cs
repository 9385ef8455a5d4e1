using System.Security.Cryptography;

namespace MlaBot.SlackServer.World;

/// <summary>Ids of Slack's shapes.</summary>
public sealed class SlackIds
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private long _last;

    /// <summary>Such as <c>C0A0000001K</c>; unique in this world.</summary>
    public string Next(string prefix) => $"{prefix}0A{Interlocked.Increment(ref _last):D6}{Letters[(int)(_last % 36)]}";

    /// <summary>What Slack makes up for a block or action id that was left out.</summary>
    public string Short() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 5);

    /// <summary>Text that nobody can guess.</summary>
    public static string Secret(int length) => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);
}
