using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>A registered command. <see cref="Json"/> is what the list call answers.</summary>
public sealed record Command(ulong Id, int Type, string Name, JsonObject Json);
