using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>6000 characters over all embeds of a message.</summary>
/// <remarks>Source: Discord developer documentation, "Message Resource: Embed Limits".</remarks>
internal static class EmbedRules
{
    public static void Check(JsonElement message, string path, Faults faults)
    {
        var total = message.List("embeds").Sum(Length);
        if (total > 6000)
        {
            faults.Add($"{path}embeds: have {total} characters in all, may have 6000");
        }
    }

    private static int Length(JsonElement embed)
    {
        var total = Trimmed(embed, "title") + Trimmed(embed, "description")
            + embed.List("fields").Sum(field => Trimmed(field, "name") + Trimmed(field, "value"));
        total += embed.Has("footer", out var footer) ? Trimmed(footer, "text") : 0;
        return total + (embed.Has("author", out var author) ? Trimmed(author, "name") : 0);
    }

    private static int Trimmed(JsonElement part, string name) => part.Text(name).Trim().Length;
}
