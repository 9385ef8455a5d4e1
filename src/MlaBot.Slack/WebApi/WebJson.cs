using System.Text.Json;
using System.Text.Json.Serialization;
using MlaBot.Slack.WebApi.Answers;
using MlaBot.Slack.WebApi.Bodies;

namespace MlaBot.Slack.WebApi;

/// <summary>The JSON of the Web API's calls and answers, apart from messages: see <see cref="Wire.SlackJson"/>.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    // Names are spelt one way; looking for others would make a string of each name that is not read, and most are not.
    PropertyNameCaseInsensitive = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(JoinBody))]
[JsonSerializable(typeof(OpenConversationBody))]
[JsonSerializable(typeof(TriggeredViewBody))]
[JsonSerializable(typeof(UpdateViewBody))]
[JsonSerializable(typeof(PublishViewBody))]
[JsonSerializable(typeof(CompleteUploadBody))]
[JsonSerializable(typeof(ApiAnswer))]
[JsonSerializable(typeof(ConnectionAnswer))]
[JsonSerializable(typeof(AuthAnswer))]
[JsonSerializable(typeof(PostAnswer))]
[JsonSerializable(typeof(MessagesAnswer))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(MembersAnswer))]
[JsonSerializable(typeof(PersonAnswer))]
[JsonSerializable(typeof(PermalinkAnswer))]
[JsonSerializable(typeof(ViewAnswered))]
[JsonSerializable(typeof(UploadAddressAnswer))]
[JsonSerializable(typeof(FileAnswer))]
internal sealed partial class WebJson : JsonSerializerContext;
