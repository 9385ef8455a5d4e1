using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>The <c>resolved</c> object: what ids in a choice or an option stand for.</summary>
internal sealed class Resolved(DiscordWorld world, Channel place)
{
    public JsonObject Json { get; } = [];

    public void Add(ulong id)
    {
        var guild = place.Guild;
        if (world.Users.TryGetValue(id, out var user))
        {
            Put("users", id, PlaceJson.User(user));
            if (guild?.Members.GetValueOrDefault(id) is { } member)
            {
                var json = PlaceJson.Member(member, withUser: false);
                json["permissions"] = ((ulong)Rights.In(place, id)).ToString();
                Put("members", id, json);
            }
        }
        else if (guild?.Roles.GetValueOrDefault(id) is { } role)
        {
            Put("roles", id, PlaceJson.Role(role));
        }
        else if (world.Channels.TryGetValue(id, out var channel))
        {
            var full = PlaceJson.Channel(channel);
            full.Remove("permission_overwrites");
            full["permissions"] = ((ulong)Permission.Everyone).ToString();
            Put("channels", id, full);
        }
        else
        {
            throw new ControlException($"There is no user, role or channel {id}.");
        }
    }

    private void Put(string kind, ulong id, JsonObject json) => ((JsonObject)(Json[kind] ??= new JsonObject()))[id.ToString()] = json;
}
