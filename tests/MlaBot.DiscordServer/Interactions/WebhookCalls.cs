using System.Globalization;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Interactions;

/// <summary>What comes after the first answer: edits of it and follow-ups, by the interaction's token.</summary>
internal sealed class WebhookCalls(InteractionDesk desk)
{
    public IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("POST", Route.Webhook, FollowUp) { NeedsToken = false, Limit = LimitRule.Webhook },
        new("GET", Route.OriginalMessage, call => Get(Original(call))) { NeedsToken = false, Limit = LimitRule.Webhook },
        new("PATCH", Route.OriginalMessage, call => Edit(call, Original(call))) { NeedsToken = false, Limit = LimitRule.Webhook },
        new("DELETE", Route.OriginalMessage, call => Delete(call, Original(call))) { NeedsToken = false, Limit = LimitRule.Webhook },
        new("GET", Route.WebhookMessage, call => Get(Own(call))) { NeedsToken = false, Limit = LimitRule.Webhook },
        new("PATCH", Route.WebhookMessage, call => Edit(call, Own(call))) { NeedsToken = false, Limit = LimitRule.Webhook },
        new("DELETE", Route.WebhookMessage, call => Delete(call, Own(call))) { NeedsToken = false, Limit = LimitRule.Webhook },
    ];

    private Answer FollowUp(Call call)
    {
        var interaction = Find(call);
        Message message;
        if (interaction.AnsweredWith == 5 && interaction.Original is { } loading && (loading.Flags & Message.Loading) != 0)
        {
            // Right after a type 5 a follow-up fills the "thinking" message.
            MessageWriter.Edit(call.World, loading, call.Json, call.Files);
            message = loading;
        }
        else
        {
            message = MessageWriter.Create(
                call.World, interaction.Channel, interaction.Bot.User, call.Json, call.Files, interaction, interaction.Original);
            interaction.FollowUps++;
        }

        call.World.Changed();
        return call.IsAsked("wait") ? Answer.Ok(MessageJson.Of(message)) : Answer.NoContent;
    }

    private static Answer Get(Message message) => Answer.Ok(MessageJson.Of(message));

    private Answer Edit(Call call, Message message)
    {
        MessageWriter.Edit(call.World, message, call.Json, call.Files);
        Find(call).Edits++;
        return Get(message);
    }

    private static Answer Delete(Call call, Message message)
    {
        MessageWriter.Delete(call.World, message);
        return Answer.NoContent;
    }

    private Interaction Find(Call call)
    {
        var interaction = call.World.Interactions.GetValueOrDefault(call.Text("webhook_token"));
        if (interaction is null || interaction.Bot.ApplicationId != call.Id("webhook_id") || interaction.AnsweredWith is null)
        {
            throw DiscordError.UnknownWebhook;
        }

        return desk.IsOver(interaction) ? throw DiscordError.TokenOver : interaction;
    }

    private Message Original(Call call) => Find(call).Original is { IsDeleted: false } message ? message : throw DiscordError.UnknownMessage;

    private Message Own(Call call)
    {
        var interaction = Find(call);
        return ulong.TryParse(call.Text("message_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && call.World.Messages.TryGetValue(id, out var message) && (message.Interaction == interaction || message == interaction.Original)
            ? message
            : throw DiscordError.UnknownMessage;
    }
}
