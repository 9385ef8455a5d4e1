using System.Net.Sockets;
using System.Net.WebSockets;

namespace MlaBot.Slack.SocketMode;

/// <summary>A socket's address was given but could not be connected to.</summary>
/// <param name="message">What went wrong; names the host, never the rest of the address, which holds a ticket.</param>
internal sealed class SocketOpenException(string message) : Exception(message)
{
    /// <summary>Words for a failed connection that hold nothing but the host and codes.</summary>
    public static string Describe(Uri url, Exception fault, int status)
    {
        var cause = fault.GetBaseException() switch
        {
            _ when status is not (0 or 101) => $"HTTP {status}",
            SocketException socket => socket.SocketErrorCode.ToString(),
            HttpRequestException http => http.HttpRequestError.ToString(),
            WebSocketException web => web.WebSocketErrorCode.ToString(),
            var other => other.GetType().Name,
        };
        return $"{url.Host}: {cause}";
    }
}
