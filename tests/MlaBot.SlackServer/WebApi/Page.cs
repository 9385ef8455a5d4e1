using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.WebApi;

/// <summary>Lists in pages: <c>limit</c>, <c>cursor</c>, <c>response_metadata.next_cursor</c>.</summary>
internal static class Page
{
    private const string Mark = "next:";

    public static JsonObject Of<T>(ApiCall call, string name, IReadOnlyList<T> all, Func<T, JsonNode> show, int standard = 100)
    {
        var limit = int.TryParse(call.Text("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : standard;
        if (limit is < 1 or > 1000)
        {
            throw new ApiError("invalid_limit");
        }

        var start = Start(call.Text("cursor"));
        var body = ApiCall.Ok();
        body[name] = new JsonArray([.. all.Skip(start).Take(limit).Select(show)]);
        var hasMore = start + limit < all.Count;
        body["has_more"] = hasMore;
        body["response_metadata"] = new JsonObject { ["next_cursor"] = hasMore ? Convert.ToBase64String(Encoding.ASCII.GetBytes(Mark + (start + limit))) : "" };
        return body;
    }

    private static int Start(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.StartsWith(Mark, StringComparison.Ordinal) && int.TryParse(text[Mark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw new ApiError("invalid_cursor");
    }
}
