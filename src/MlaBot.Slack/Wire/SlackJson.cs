using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlaBot.Slack.Wire;

/// <summary>Slack's JSON: snake case, absent instead of null, unknown fields ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    // Names are spelt one way; looking for others would make a string of each name that is not read, and most are not.
    PropertyNameCaseInsensitive = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(MessageCall))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(SlackView))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(SuggestionAnswer))]
[JsonSerializable(typeof(SlashPayload))]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(EventPayload))]
internal sealed partial class SlackJson : JsonSerializerContext;
