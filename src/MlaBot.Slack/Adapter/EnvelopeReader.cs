using System.Text.Json;
using MlaBot.Chat.Platform;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>Reads envelopes. Whatever Slack sends gives something that can be acknowledged.</summary>
/// <remarks>Source: Slack developer documentation, "Interaction payloads", "Implementing slash commands", "Events API".</remarks>
internal static class EnvelopeReader
{
    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">The payload is not what Slack sends.</exception>
    public static Incoming Read(SocketEnvelope envelope) => envelope.Type switch
    {
        "slash_commands" => Slash(envelope, JsonSerializer.Deserialize(envelope.Payload.Span, SlackJson.Default.SlashPayload)),
        "interactive" => Interactive(envelope, JsonSerializer.Deserialize(envelope.Payload.Span, SlackJson.Default.InteractionPayload)),
        "events_api" => Event(envelope, JsonSerializer.Deserialize(envelope.Payload.Span, SlackJson.Default.EventPayload)),
        _ => new Incoming.Nothing(envelope, "an unknown kind of envelope"),
    };

    private static Incoming Slash(SocketEnvelope envelope, SlashPayload? payload) => payload is { UserId.Length: > 0, ChannelId.Length: > 0 }
        ? new Incoming.Slash(
            envelope,
            payload.TriggerId ?? "",
            payload.Command ?? "",
            payload.Text ?? "",
            new Place(payload.ChannelId, NameOf(payload.ChannelName)),
            new Doer(payload.UserId, ""),
            new Exit { TriggerId = payload.TriggerId ?? "", ResponseUrl = Url(payload.ResponseUrl) })
        : new Incoming.Nothing(envelope, "a slash command of nobody");

    private static Incoming Interactive(SocketEnvelope envelope, InteractionPayload? payload)
    {
        if (payload?.User is not { Id.Length: > 0 } user)
        {
            return new Incoming.Nothing(envelope, "an interaction of nobody");
        }

        var doer = new Doer(user.Id, user.Username ?? user.Name ?? "");
        return payload.Type switch
        {
            "block_actions" => Press(envelope, payload, doer),
            "view_submission" => Submission(envelope, payload, doer),
            "block_suggestion" when ActionId.Parse(payload.ActionId ?? "") is { } action => new Incoming.Typed(envelope, action, payload.Value ?? "", PlaceOf(payload, doer)),
            "shortcut" or "message_action" => new Incoming.Shortcut(
                envelope, payload.TriggerId ?? "", payload.CallbackId ?? "", MessageWords.Of(MessageOf(envelope)), PlaceOf(payload, doer), doer, ExitOf(payload)),
            _ => new Incoming.Nothing(envelope, "an interaction that needs no answer"),
        };
    }

    private static PayloadMessage? MessageOf(SocketEnvelope envelope) => JsonSerializer.Deserialize(envelope.Payload.Span, SlackJson.Default.MessagePayload)?.Message;

    private static Incoming Press(SocketEnvelope envelope, InteractionPayload payload, Doer doer)
    {
        if (payload.Actions is not [{ ActionId: { } written } pressed, ..])
        {
            return new Incoming.Nothing(envelope, "a press of nothing");
        }

        // A control that no version of this bot has made still gets an answer.
        var action = ActionId.Parse(written) ?? new ActionId("stranger.control");
        var key = $"{doer.Id}:{payload.Container?.MessageTs ?? payload.View?.Id}:{written}:{pressed.ActionTs}";
        return new Incoming.Pressed(envelope, key, action, [.. Values(pressed)], pressed.SelectedConversation ?? "", PlaceOf(payload, doer), doer, ExitOf(payload))
        {
            Taken = pressed.ActionTs ?? "",
        };
    }

    private static Incoming Submission(SocketEnvelope envelope, InteractionPayload payload, Doer doer)
    {
        if (payload.View is not { } view || ActionId.Parse(view.CallbackId ?? "") is not { } action)
        {
            return new Incoming.Nothing(envelope, "a submission of a window that is none of ours");
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (block, inputs) in view.State?.Values ?? new Dictionary<string, IReadOnlyDictionary<string, PayloadAction?>?>(StringComparer.Ordinal))
        {
            if (inputs?.Values.OfType<PayloadAction>().FirstOrDefault() is { } input)
            {
                fields[block] = string.Join(',', Values(input));
            }
        }

        // A form that was refused stands there unchanged, with the same id and hash, and is sent again once it is mended.
        var key = payload.TriggerId is { Length: > 0 } trigger ? trigger : $"{view.Id}:{view.Hash}";
        return new Incoming.Submitted(envelope, key, action, fields, PlaceOf(payload, doer), doer, ExitOf(payload));
    }

    private static Incoming Event(SocketEnvelope envelope, EventPayload? payload) => payload switch
    {
        { Event: { Type.Length: > 0 } happened } => new Incoming.Happened(envelope, payload.EventId ?? "", happened),
        { Type: "app_rate_limited" } => new Incoming.Nothing(envelope, "the news that Slack holds events back because there were too many"),
        _ => new Incoming.Nothing(envelope, "an event without content"),
    };

    private static IEnumerable<string> Values(PayloadAction action) =>
        new[] { action.SelectedOption?.Value, action.SelectedConversation, action.SelectedOption is null && action.Type == "plain_text_input" ? action.Value : null }
            .Concat((action.SelectedOptions ?? []).Select(option => option?.Value)).OfType<string>();

    private static Place PlaceOf(InteractionPayload payload, Doer doer)
    {
        if (payload.View is { } view)
        {
            return ViewMemory.Parse(view.PrivateMetadata) is { } memory ? new Place(memory.Channel, memory.Name) : new Place(doer.Id, "");
        }

        return (payload.Channel?.Id ?? payload.Container?.ChannelId) is { Length: > 0 } channel ? new Place(channel, NameOf(payload.Channel?.Name)) : new Place(doer.Id, "");
    }

    // Payloads do not tell the name of a channel that is not public.
    private static string NameOf(string? name) => name is null or "privategroup" or "directmessage" || name.StartsWith("mpdm-", StringComparison.Ordinal) ? "" : name;

    private static Exit ExitOf(InteractionPayload payload)
    {
        var memory = ViewMemory.Parse(payload.View?.PrivateMetadata);
        return new Exit
        {
            TriggerId = payload.TriggerId ?? "",
            ResponseUrl = payload.View is null ? Url(payload.ResponseUrl) : memory?.Response,
            Thread = payload.View is null ? ThreadOf(payload.Container) : memory?.Thread,
            Surface = payload switch
            {
                { View.Type: SlackView.Home } => Surface.Home,
                { View: not null } => Surface.Modal,
                { Container.IsEphemeral: true } => Surface.Ephemeral,
                { Container: not null } => Surface.Message,
                _ => Surface.None,
            },
            ViewId = payload.View?.Id ?? "",
            PreviousViewId = payload.View?.PreviousViewId ?? "",
        };
    }

    // The head of a thread stands in the channel, whatever lies below it.
    private static string? ThreadOf(PayloadContainer? container) => container?.ThreadTs is { Length: > 0 } head && head != container.MessageTs ? head : null;

    private static Uri? Url(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
}
