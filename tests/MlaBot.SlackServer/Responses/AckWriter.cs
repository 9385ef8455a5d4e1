using System.Text.Json.Nodes;
using MlaBot.SlackServer.Validation;
using MlaBot.SlackServer.Views;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Responses;

/// <summary>Carries out what an acknowledgement's payload asks for, as the person's client shows it.</summary>
internal sealed class AckWriter(SlackWorld world, BodyCheck? check)
{
    /// <summary>Call it under the gate, once for each act that was acknowledged.</summary>
    public void Write(Act act, Channel? channel)
    {
        // Published clients acknowledge with an empty object where others send nothing (slack.md, section 3).
        var payload = act.AckPayload is { Count: > 0 } ? act.AckPayload : null;
        try
        {
            switch (act.Kind)
            {
                case "slash_commands" when payload is not null:
                    check?.CheckResponse(world, act.App, "ack slash_commands", payload);
                    ResponseWriter.Write(world, act, channel!, source: null, payload);
                    break;
                case "view_submission":
                    Submit(act, payload);
                    break;
                case "block_suggestion":
                    Suggest(act, payload);
                    break;
                case var kind when payload is not null && kind is not "slash_commands":
                    world.Accuse(act.App, "ack " + kind, "a payload where none is taken");
                    break;
            }
        }
        catch (ApiError error)
        {
            // Nobody is told why: the person's client shows that something went wrong.
            world.Accuse(act.App, "ack " + act.Kind, $"refused: {error.Code}");
        }

        world.Changed();
    }

    private void Submit(Act act, JsonObject? payload)
    {
        var view = act.SourceView!;
        if (payload is not null)
        {
            check?.CheckSubmissionAnswer(world, act.App, view, payload);
        }

        switch (payload.Text("response_action"))
        {
            case null:
                ViewStore.Close(view);
                break;
            case "clear":
                ViewStore.CloseAll(act.User);
                break;
            case "errors":
                act.Errors = view.Errors = (payload!["errors"] as JsonObject ?? []).ToDictionary(entry => entry.Key, entry => entry.Value?.ToString() ?? "", StringComparer.Ordinal);
                break;
            case "update" when payload!["view"] is JsonObject content:
                ViewStore.Update(world, view, content);
                act.Opened = view;
                break;
            case "push" when payload!["view"] is JsonObject content:
                act.Opened = ViewStore.Push(world, act.App, act.User, content);
                break;
            default:
                throw new ApiError("invalid_response_action");
        }
    }

    private void Suggest(Act act, JsonObject? payload)
    {
        if (payload is null)
        {
            world.Accuse(act.App, "ack block_suggestion", "no options: send {\"options\":[]} for none");
            return;
        }

        check?.CheckSuggestions(world, act.App, payload);
        act.Options = [.. payload.Objects("options").Concat(payload.Objects("option_groups").SelectMany(group => group.Objects("options")))
            .Select(option => (option.Text("value") ?? "", option["text"].Text("text") ?? ""))];
        act.Offered = payload;
    }
}
