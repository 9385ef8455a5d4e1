using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.Rest;

/// <summary>The JSON and the files of a request.</summary>
internal sealed record RequestBody(JsonNode? Json, IReadOnlyList<UploadedFile> Files)
{
    private const int FileLimit = 10 * 1024 * 1024;
    private const int RequestLimit = 25 * 1024 * 1024;

    private static readonly RequestBody Empty = new(null, []);

    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsDelete(request.Method))
        {
            return Empty;
        }

        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadFormAsync(request, cancellationToken);
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
        {
            return Empty;
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw DiscordError.InvalidBody($"_misc: Expected \"Content-Type\" header to be one of application/json, multipart/form-data, not {request.ContentType}");
        }

        return new(Parse(buffer.ToArray()), []);
    }

    private static async Task<RequestBody> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var files = new List<UploadedFile>();
        foreach (var file in form.Files)
        {
            if (string.Equals(file.Name, "payload_json", StringComparison.Ordinal))
            {
                throw DiscordError.InvalidBody("payload_json: The part must not have a file name");
            }

            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            files.Add(new(NumberOf(file.Name), file.FileName, file.ContentType ?? "application/octet-stream", bytes.ToArray()));
        }

        if (files.Any(file => file.Bytes.Length > FileLimit) || files.Sum(file => (long)file.Bytes.Length) > RequestLimit)
        {
            throw new DiscordError(413, 40005, "Request entity too large");
        }

        if (files.Count > 10)
        {
            throw DiscordError.InvalidBody("files: Must be 10 or fewer in length.");
        }

        var json = form.TryGetValue("payload_json", out var payload) ? Parse(System.Text.Encoding.UTF8.GetBytes(payload.ToString())) : new JsonObject();
        return new(json, files);
    }

    private static int NumberOf(string part)
    {
        if (part.StartsWith("files[", StringComparison.Ordinal) && part.EndsWith(']')
            && int.TryParse(part[6..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        throw DiscordError.InvalidBody($"{part}: File parts are named files[n]");
    }

    private static JsonNode? Parse(byte[] utf8)
    {
        try
        {
            return JsonNode.Parse(utf8);
        }
        catch (JsonException)
        {
            throw new DiscordError(400, 50109, "The request body contains invalid JSON.");
        }
    }
}
