using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Messages;

/// <summary>The files of a create or an edit.</summary>
internal static class FileStore
{
    /// <summary>The files that the message has afterwards.</summary>
    /// <param name="world">Where new ones are kept.</param>
    /// <param name="channel">Part of their urls.</param>
    /// <param name="existing">Empty for a new message.</param>
    /// <param name="body">With or without <c>attachments</c>: absent keeps all that exist, given keeps those that are listed.</param>
    /// <param name="uploads">The new ones.</param>
    public static List<StoredFile> Settle(
        DiscordWorld world, Channel channel, IReadOnlyList<StoredFile> existing, JsonNode body, IReadOnlyList<UploadedFile> uploads)
    {
        var listed = body.List("attachments");
        var files = existing.Where(file => listed is null || listed.Any(entry => IdOf(entry) == file.Id.ToString())).ToList();
        foreach (var upload in uploads)
        {
            var entry = listed?.FirstOrDefault(entry => IdOf(entry) == upload.Number.ToString());
            var id = world.Ids.Next();
            var name = entry?.Text("filename") ?? upload.Name;
            var file = new StoredFile(
                id, name, upload.MediaType, entry?.Text("description"), upload.Bytes, $"{world.BaseUrl}/attachments/{channel.Id}/{id}/{Uri.EscapeDataString(name)}")
            {
                Size = Picture.SizeOf(upload.Bytes),
            };
            world.Files[id] = file;
            files.Add(file);
        }

        foreach (var entry in listed ?? [])
        {
            var id = IdOf(entry);
            if (!files.Any(file => file.Id.ToString() == id) && !uploads.Any(upload => upload.Number.ToString() == id))
            {
                throw DiscordError.InvalidBody($"attachments.id: No file {id} came with the request");
            }
        }

        return files;
    }

    // The spec wants a string; discord.py sends a number and Discord takes it.
    private static string? IdOf(JsonNode? entry) => entry?["id"]?.ToString();
}
