using System.Text.Json.Nodes;
using MlaBot.SlackServer.Places;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Views;

/// <summary><c>views.*</c>.</summary>
internal static class ViewCalls
{
    public static IEnumerable<ApiMethod> Methods =>
    [
        new("views.open", ApiMethod.Tier4, Open),
        new("views.push", ApiMethod.Tier4, Push),
        new("views.update", ApiMethod.Tier4, Update),
        new("views.publish", ApiMethod.Tier4, Publish),
    ];

    private static JsonObject Open(ApiCall call)
    {
        var content = Content(call, "modal");
        var act = TakeTrigger(call).Act;
        return Answer(act.Opened = ViewStore.Open(call.World, call.Caller, act.User, content));
    }

    private static JsonObject Push(ApiCall call)
    {
        var content = Content(call, "modal");
        var trigger = Find(call);
        if (trigger.Act.SourceView is not { Type: "modal", IsOpen: true })
        {
            // A view is stacked on a modal in which something was pressed; the trigger of a message opens one.
            throw new ApiError("not_found");
        }

        var act = TakeTrigger(call).Act;
        return Answer(act.Opened = ViewStore.Push(call.World, call.Caller, act.User, content));
    }

    private static JsonObject Update(ApiCall call)
    {
        var (id, external) = (call.Text("view_id"), call.Text("external_id"));
        var view = call.World.Views.Values.FirstOrDefault(view => view.App == call.Caller && view.IsOpen && (view.Id == id || (id is null && external is not null && view.ExternalId == external)))
            ?? throw new ApiError("not_found");
        NeedHash(call, view);
        ViewStore.Update(call.World, view, Content(call, view.Type));
        return Answer(view);
    }

    private static JsonObject Publish(ApiCall call)
    {
        var user = call.User("user_id");
        if (user.Homes.GetValueOrDefault(call.Caller.Id) is { } home)
        {
            NeedHash(call, home);
        }

        return Answer(ViewStore.Publish(call.World, call.Caller, user, Content(call, "home")));
    }

    private static void NeedHash(ApiCall call, View view)
    {
        if (call.Text("hash") is { Length: > 0 } hash && hash != view.Hash)
        {
            throw new ApiError("hash_conflict");
        }
    }

    private static JsonObject Content(ApiCall call, string type) => call.Args["view"] is JsonObject view && view.Text("type") == type
        ? view
        : throw new ApiError("invalid_arguments", $"[ERROR] must be a {type} view [json-pointer:/view/type]");

    private static Trigger TakeTrigger(ApiCall call)
    {
        var trigger = Find(call);
        trigger.IsUsed = true;
        return trigger;
    }

    private static Trigger Find(ApiCall call)
    {
        var trigger = call.World.Triggers.GetValueOrDefault(call.Need("trigger_id"));
        if (trigger is null || trigger.Act.App != call.Caller)
        {
            throw new ApiError("invalid_trigger_id");
        }

        return trigger.IsUsed ? throw new ApiError("exchanged_trigger_id")
            : call.Now > trigger.ExpiresAt ? throw new ApiError("expired_trigger_id")
            : trigger;
    }

    private static JsonObject Answer(View view)
    {
        var body = ApiCall.Ok();
        body["view"] = ViewJson.Of(view);
        return body;
    }
}
