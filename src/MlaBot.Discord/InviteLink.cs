using System.Globalization;
using MlaBot.Discord.Adapter;

namespace MlaBot.Discord;

/// <summary>The link by which a server's admin adds the bot.</summary>
public static class InviteLink
{
    /// <summary>The link for an application, with the permissions that posting needs and no more.</summary>
    /// <param name="applicationId">The application's id: digits.</param>
    /// <remarks>Source: Discord developer documentation, "OAuth2: Bot Authorization Flow".</remarks>
    public static string For(string applicationId) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot+applications.commands&permissions={Permissions.Invited}&integration_type=0");
}
