using System.Text;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Views;

/// <summary>The views on people's screens. Call it under the gate.</summary>
internal static class ViewStore
{
    // Sources: slack.md, section 6; views.push, error push_limit_reached.
    private const int MostOnTop = 3;
    private const int LargestBytes = 250_000;

    /// <summary>A new stack: whatever lay on the screen is gone.</summary>
    public static View Open(SlackWorld world, App app, User user, JsonObject content)
    {
        Check(world, app, content, updated: null);
        CloseAll(user);
        return Add(world, app, user, content, below: null);
    }

    public static View Push(SlackWorld world, App app, User user, JsonObject content)
    {
        Check(world, app, content, updated: null);
        if (user.Views.Count >= MostOnTop)
        {
            throw new ApiError("push_limit_reached");
        }

        return Add(world, app, user, content, user.Views.LastOrDefault());
    }

    public static void Update(SlackWorld world, View view, JsonObject content)
    {
        Check(world, view.App, content, view);
        var kept = (JsonObject)content.DeepClone();
        kept["blocks"] = BlockParts.WithIds(kept["blocks"] as JsonArray ?? [], world.Ids);
        view.Content = kept;
        view.State.KeepOnly(view.Blocks);
        view.Errors = new Dictionary<string, string>(StringComparer.Ordinal);
        view.Changes++;
        view.Hash = NewHash(world);
        world.Changed();
    }

    public static View Publish(SlackWorld world, App app, User user, JsonObject content)
    {
        if (user.Homes.TryGetValue(app.Id, out var home))
        {
            Update(world, home, content);
            return home;
        }

        Check(world, app, content, updated: null);
        home = new View(world.Ids.Next("V"), app, user, (JsonObject)content.DeepClone());
        world.Views[home.Id] = user.Homes[app.Id] = home;
        Update(world, home, content);
        home.Changes = 0;
        return home;
    }

    public static void Close(View view)
    {
        view.IsOpen = false;
        view.User.Views.Remove(view);
    }

    public static void CloseAll(User user)
    {
        foreach (var view in user.Views.ToList())
        {
            Close(view);
        }
    }

    private static View Add(SlackWorld world, App app, User user, JsonObject content, View? below)
    {
        var id = world.Ids.Next("V");
        var kept = (JsonObject)content.DeepClone();
        kept["blocks"] = BlockParts.WithIds(kept["blocks"] as JsonArray ?? [], world.Ids);
        var view = new View(id, app, user, kept) { PreviousId = below?.Id, RootId = below?.RootId ?? id, Hash = NewHash(world) };
        world.Views[id] = view;
        user.Views.Add(view);
        world.Changed();
        return view;
    }

    private static void Check(SlackWorld world, App app, JsonObject content, View? updated)
    {
        if (Encoding.UTF8.GetByteCount(content.ToJsonString()) > LargestBytes)
        {
            throw new ApiError("view_too_large");
        }

        if (content.Text("external_id") is { Length: > 0 } external
            && world.Views.Values.Any(view => view != updated && view.IsOpen && view.App.Team == app.Team && view.ExternalId == external))
        {
            throw new ApiError("duplicate_external_id");
        }
    }

    private static string NewHash(SlackWorld world) => $"{world.Clock.GetUtcNow().ToUnixTimeSeconds()}.{SlackIds.Secret(8)}";
}
