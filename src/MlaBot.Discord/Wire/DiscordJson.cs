using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlaBot.Discord.Wire;

/// <summary>Discord's JSON: snake case, absent instead of null, unknown fields ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    // Names are spelt one way; looking for others would make a string of each name that is not read, and most are not.
    PropertyNameCaseInsensitive = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(ModalPayload))]
[JsonSerializable(typeof(ReceivedMessage))]
[JsonSerializable(typeof(ReceivedMessage[]))]
[JsonSerializable(typeof(ReceivedUser))]
[JsonSerializable(typeof(ReceivedChannel))]
[JsonSerializable(typeof(ReceivedGuild))]
[JsonSerializable(typeof(ReceivedMember))]
[JsonSerializable(typeof(ReceivedApplication))]
[JsonSerializable(typeof(GatewayInfo))]
[JsonSerializable(typeof(InteractionEvent))]
[JsonSerializable(typeof(ReadyEvent))]
[JsonSerializable(typeof(ReadyGuild))]
[JsonSerializable(typeof(GuildEvent))]
[JsonSerializable(typeof(ChannelEvent))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(NewPrivateChannel))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
internal sealed partial class DiscordJson : JsonSerializerContext;
