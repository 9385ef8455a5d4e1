using System.Text.Json.Nodes;
using MlaBot.SlackServer.Messages;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Responses;

/// <summary>Carries out what a response URL or the acknowledgement of a command asks for. Call it under the gate.</summary>
internal static class ResponseWriter
{
    public static void Write(SlackWorld world, Act act, Channel channel, Message? source, JsonObject body)
    {
        if (body.Flag("delete_original"))
        {
            (source ?? throw new ApiError("no_original_message")).IsDeleted = true;
            world.Changed();
            return;
        }

        if (body.Flag("replace_original") && source is not null)
        {
            if (source.IsDeleted)
            {
                // An ephemeral message that a reload took away: its change is taken and seen by nobody.
                return;
            }

            MessageWriter.Change(world, source, body);
            act.Answers.Remove(source);
            act.Answers.Add(source);
            return;
        }

        var reader = body.Text("response_type") is "in_channel" ? null : act.User;
        if (channel.IsArchived)
        {
            throw new ApiError("is_archived");
        }

        act.Answers.Add(MessageWriter.Create(world, act.App, channel, body, reader, body.Text("thread_ts")));
    }
}
