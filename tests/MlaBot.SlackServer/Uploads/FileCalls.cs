using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.Messages;
using MlaBot.SlackServer.Places;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Uploads;

/// <summary>Files in three steps: an address, the bytes, the end. What they are is known a moment later.</summary>
internal sealed class FileCalls(TimeSpan processing)
{
    public IEnumerable<ApiMethod> Methods =>
    [
        new("files.getUploadURLExternal", ApiMethod.Tier4, GetUrl) { Scope = "files:write" },
        new("files.completeUploadExternal", ApiMethod.Tier4, Complete) { Scope = "files:write" },
        new("files.info", ApiMethod.Tier4, Info) { Scope = "files:read" },
    ];

    /// <summary>True once blocks can show it.</summary>
    public bool IsReady(StoredFile file, DateTimeOffset now) => file.CompletedAt is { } at && now >= at + processing;

    private static JsonObject GetUrl(ApiCall call)
    {
        var length = int.TryParse(call.Need("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ApiError("invalid_arguments", "[ERROR] length must be a positive number");
        var file = new StoredFile(call.World.Ids.Next("F"), call.Caller, call.Need("filename"), length) { UploadKey = SlackIds.Secret(40), AltText = call.Text("alt_txt") ?? "" };
        call.World.Files[file.Id] = file;
        var body = ApiCall.Ok();
        body["upload_url"] = $"{call.World.BaseUrl}/upload/v1/{file.UploadKey}";
        body["file_id"] = file.Id;
        return body;
    }

    private static JsonObject Complete(ApiCall call)
    {
        var entries = call.Args.Objects("files").ToList();
        if (entries.Count is 0)
        {
            throw new ApiError("invalid_arguments", "[ERROR] missing required field: files");
        }

        var files = entries.Select(entry => Find(call, entry.Text("id") ?? "")).ToList();
        if (files.Any(file => file.Bytes is null || file.CompletedAt is not null))
        {
            throw new ApiError("file_update_failed");
        }

        Channel? channel = null;
        if (call.Text("channel_id") is { Length: > 0 })
        {
            channel = call.Channel("channel_id");
            ChatCalls.NeedWritable(call, channel);
        }

        foreach (var (file, entry) in files.Zip(entries))
        {
            file.Title = entry.Text("title") ?? file.Name;
            file.CompletedAt = call.Now;
        }

        if (channel is not null)
        {
            Share(call, channel, files);
        }

        var body = ApiCall.Ok();
        body["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["id"] = file.Id, ["title"] = file.Title })]);
        return body;
    }

    private static void Share(ApiCall call, Channel channel, List<StoredFile> files)
    {
        var content = new JsonObject { ["text"] = call.Text("initial_comment") ?? string.Join(", ", files.Select(file => file.Title)) };
        if (call.Args["blocks"] is JsonArray blocks)
        {
            content["blocks"] = blocks.DeepClone();
        }

        var message = MessageWriter.Create(call.World, call.Caller, channel, content, reader: null, MessageWriter.Thread(call, channel));
        message.Files.AddRange(files);
        foreach (var file in files)
        {
            file.Shares.Add((channel.Id, message.Ts));
        }
    }

    private JsonObject Info(ApiCall call)
    {
        var file = Find(call, call.Need("file"));
        var isReady = IsReady(file, call.Now);
        var json = new JsonObject
        {
            ["id"] = file.Id,
            ["name"] = file.Name,
            ["title"] = file.Title.Length > 0 ? file.Title : file.Name,
            ["mimetype"] = isReady ? MediaTypes.Of(file.Bytes!) : "",
            ["filetype"] = isReady ? MediaTypes.Of(file.Bytes!).Split('/')[1] : "",
            ["size"] = file.Bytes?.Length ?? 0,
            ["user"] = file.App.Bot.Id,
            ["alt_txt"] = file.AltText,
            ["shares"] = new JsonObject(),
        };
        if (isReady)
        {
            var shares = new JsonObject();
            foreach (var (channel, ts) in file.Shares)
            {
                shares[channel] = new JsonArray(new JsonObject { ["ts"] = ts });
            }

            json["shares"] = new JsonObject { ["public"] = shares };
        }

        var body = ApiCall.Ok();
        body["file"] = json;
        return body;
    }

    private static StoredFile Find(ApiCall call, string id) =>
        call.World.Files.GetValueOrDefault(id) is { } file && file.App == call.Caller ? file : throw new ApiError("file_not_found");
}
