using MlaBot.Slack.Wire;

namespace MlaBot.Slack.WebApi.Bodies;

/// <summary>Body of <c>conversations.join</c>.</summary>
internal sealed record JoinBody(string Channel);

/// <summary>Body of <c>conversations.open</c>.</summary>
internal sealed record OpenConversationBody(string Users);

/// <summary>Body of <c>views.open</c> and <c>views.push</c>.</summary>
internal sealed record TriggeredViewBody(string TriggerId, SlackView View);

/// <summary>Body of <c>views.update</c>.</summary>
internal sealed record UpdateViewBody(string ViewId, string? Hash, SlackView View);

/// <summary>Body of <c>views.publish</c>.</summary>
internal sealed record PublishViewBody(string UserId, SlackView View);

/// <summary>Body of <c>files.completeUploadExternal</c>; without a channel the file is shown nowhere yet.</summary>
internal sealed record CompleteUploadBody(IReadOnlyList<UploadedFile> Files);

/// <summary>A file whose bytes have been sent.</summary>
internal sealed record UploadedFile(string Id, string Title);
