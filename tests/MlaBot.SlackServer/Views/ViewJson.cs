using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Views;

/// <summary>Views as answers and payloads show them (field names: slack-shapes.json).</summary>
internal static class ViewJson
{
    public static JsonObject Of(View view) => new()
    {
        ["id"] = view.Id,
        ["team_id"] = view.User.Team.Id,
        ["type"] = view.Type,
        ["title"] = view.Content["title"]?.DeepClone(),
        ["submit"] = view.Content["submit"]?.DeepClone(),
        ["close"] = view.Content["close"]?.DeepClone(),
        ["blocks"] = view.Blocks.DeepClone(),
        ["private_metadata"] = view.PrivateMetadata,
        ["callback_id"] = view.CallbackId,
        ["external_id"] = view.ExternalId,
        ["state"] = new JsonObject { ["values"] = view.State.Values(view.Blocks) },
        ["hash"] = view.Hash,
        ["clear_on_close"] = view.Content.Flag("clear_on_close"),
        ["notify_on_close"] = view.Content.Flag("notify_on_close"),
        ["previous_view_id"] = view.PreviousId,
        ["root_view_id"] = view.RootId,
        ["app_id"] = view.App.Id,
        ["app_installed_team_id"] = view.App.Team.Id,
        ["bot_id"] = view.App.BotId,
    };
}
