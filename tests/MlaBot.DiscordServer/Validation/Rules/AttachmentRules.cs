using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>New files and what refers to them.</summary>
/// <remarks>Source: Discord developer documentation, "Uploading Files".</remarks>
internal static class AttachmentRules
{
    private const string Scheme = "attachment://";

    public static void Check(JsonElement message, MessageUse use, string path, Faults faults)
    {
        var attachments = message.List("attachments");
        var ids = attachments.Where(file => file.Has("id")).Select(file => file.GetProperty("id").ToString()).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
        {
            faults.Add($"{path}attachments: have an id twice");
        }

        var names = attachments.Select(file => file.Text("filename")).Where(name => name.Length > 0).ToList();
        foreach (var name in names.Where(name => name.Any(letter => letter is <= ' ' or > '~' or '/' or '\\')))
        {
            faults.AddOwn($"{path}attachments: \"{name}\" must be ASCII without blanks, or references to it break");
        }

        // An edit may refer to files that the message has already.
        foreach (var reference in use == MessageUse.Edit ? [] : References(message).Distinct(StringComparer.Ordinal).Where(name => !names.Contains(name)))
        {
            faults.AddOwn($"{path}attachments: \"{reference}\" is shown but not attached");
        }
    }

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property =>
            property.Name == "url" && property.Value.ValueKind == JsonValueKind.String && property.Value.GetString()!.StartsWith(Scheme, StringComparison.Ordinal)
                ? [property.Value.GetString()![Scheme.Length..]]
                : References(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
