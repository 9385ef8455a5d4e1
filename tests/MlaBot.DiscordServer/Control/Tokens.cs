using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlaBot.DiscordServer.Control;

/// <summary>Bot tokens of the real shape, so that a test can look for them in logs.</summary>
internal static class Tokens
{
    public static string ForBot(ulong id)
    {
        var first = Convert.ToBase64String(Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');
        return $"{first}.{Text(4)}.{Text(29)}";
    }

    private static string Text(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
