using System.Security.Cryptography;
using System.Text;

namespace MlaBot.Slack.WebApi;

/// <summary>An id of a post that is the same whenever the same post is sent, in the form of a UUID.</summary>
/// <remarks>Source: RFC 9562, "UUID Version 8"; the errors of <c>chat.postMessage</c> that name <c>client_msg_id</c>.</remarks>
internal static class ClientMessageId
{
    /// <summary>The id of a post.</summary>
    /// <param name="channel">Where it goes.</param>
    /// <param name="marker">What it is found by.</param>
    public static string Of(string channel, string marker)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\n{marker}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
