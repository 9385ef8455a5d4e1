using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Interactions;

/// <summary>The first answer to an interaction.</summary>
/// <remarks>Source: Discord developer documentation, "Receiving and Responding to Interactions".</remarks>
internal sealed class CallbackCalls(InteractionDesk desk)
{
    public IEnumerable<ApiEndpoint> Endpoints => [new("POST", Route.Callback, Answer) { NeedsToken = false }];

    private Answer Answer(Call call)
    {
        var interaction = call.World.Interactions.GetValueOrDefault(call.Text("interaction_token"));
        if (interaction is null || interaction.Id != call.Id("interaction_id"))
        {
            throw DiscordError.UnknownInteraction;
        }

        if (interaction.AnsweredWith is not null)
        {
            throw DiscordError.AlreadyAnswered;
        }

        if (desk.IsLate(interaction))
        {
            throw DiscordError.UnknownInteraction;
        }

        var type = call.Json.Int("type") ?? throw DiscordError.InvalidBody("type: This field is required");
        if (!Fits(interaction, type))
        {
            throw DiscordError.InvalidBody($"type: Callback type {type} does not fit interaction type {interaction.Type}");
        }

        var response = Respond(call, interaction, type, call.Json["data"] ?? new JsonObject());
        interaction.AnsweredWith = type;
        InteractionDesk.Complete(call.World, interaction, response);
        return call.IsAsked("with_response") ? Rest.Answer.Ok(Resource(interaction, type)) : Rest.Answer.NoContent;
    }

    // 6 and 7 change the message of a control, so there must be one; an autocomplete takes choices and nothing else.
    private static bool Fits(Interaction interaction, int type) => (interaction.Type, type) switch
    {
        (Interaction.AutocompleteType, _) => type == 8,
        (_, 4 or 5) => true,
        (_, 6 or 7) => interaction.Source is not null,
        (_, 9) => interaction.Type != Interaction.ModalType,
        _ => false,
    };

    private FirstResponse Respond(Call call, Interaction interaction, int type, JsonNode data)
    {
        var world = call.World;
        var response = new FirstResponse(type, world.Clock.GetElapsedTime(interaction.SentAt));
        switch (type)
        {
            case 4:
                var reference = interaction.Type == Interaction.CommandType ? null : interaction.Source;
                interaction.Original = MessageWriter.Create(world, interaction.Channel, interaction.Bot.User, data, call.Files, interaction, reference);
                break;
            case 5:
                interaction.Original = MessageWriter.CreateLoading(world, interaction, ((data.Int("flags") ?? 0) & Message.Ephemeral) != 0);
                break;
            case 6:
                interaction.Original = interaction.Source;
                break;
            case 7:
                var source = interaction.Source!.IsDeleted ? throw DiscordError.UnknownMessage : interaction.Source;
                MessageWriter.Edit(world, source, data, call.Files);
                interaction.Original = source;
                break;
            case 8:
                return response with { Choices = [.. (data.List("choices") ?? []).Select(Choice)] };
            case 9:
                interaction.Modal = (JsonObject)data.DeepClone();
                interaction.Modal["components"] = ComponentStore.Store(data.List("components") ?? [], []);
                return response with { Modal = interaction.Modal };
        }

        return response with { Message = interaction.Original };
    }

    private static AutocompleteChoice Choice(JsonNode? entry) => new(entry.Text("name") ?? "", entry?["value"]?.ToString() ?? "");

    private static JsonObject Resource(Interaction interaction, int type)
    {
        var json = new JsonObject { ["id"] = interaction.Id.ToString(), ["type"] = interaction.Type };
        if (interaction.Channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id.ToString();
        }

        json["channel_id"] = interaction.Channel.Id.ToString();
        var result = new JsonObject { ["interaction"] = json };
        if (type is 4 or 5 or 7)
        {
            json["response_message_id"] = interaction.Original!.Id.ToString();
            json["response_message_loading"] = (interaction.Original.Flags & Message.Loading) != 0;
            json["response_message_ephemeral"] = interaction.Original.IsEphemeral;
            result["resource"] = new JsonObject { ["type"] = type, ["message"] = MessageJson.Of(interaction.Original) };
        }
        else
        {
            result["resource"] = new JsonObject { ["type"] = type };
        }

        return result;
    }
}
