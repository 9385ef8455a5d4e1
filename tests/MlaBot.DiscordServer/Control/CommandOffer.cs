using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>What a person's client offers behind the slash, and what options can refer to.</summary>
internal static class CommandOffer
{
    public static JsonObject Of(DiscordWorld world, User user, Channel channel)
    {
        lock (world.Gate)
        {
            var guild = channel.Guild;
            var people = Named((guild?.Members.Values.Select(member => member.User) ?? channel.Recipients).Select(person => (person.Id, person.Username)));
            var roles = Named(guild?.Roles.Values.Select(role => (role.Id, role.Name)));
            return new()
            {
                ["commands"] = new JsonArray([.. CommandTable.Shown(world, user, channel).Select(entry => new JsonObject
                {
                    ["name"] = entry.Words,
                    ["description"] = entry.Json.Text("description"),
                    ["options"] = entry.Json.List("options")?.DeepClone() ?? new JsonArray(),
                })]),
                ["users"] = people,
                ["roles"] = roles,
                ["mentionables"] = new JsonArray([.. people.Concat(roles).Select(entry => entry!.DeepClone())]),
                ["channels"] = Named(guild?.Channels.Values.Select(place => (place.Id, "#" + place.Name))),
            };
        }
    }

    private static JsonArray Named(IEnumerable<(ulong Id, string Name)>? entries) =>
        [.. (entries ?? []).Select(entry => new JsonObject { ["id"] = entry.Id.ToString(), ["name"] = entry.Name })];
}
