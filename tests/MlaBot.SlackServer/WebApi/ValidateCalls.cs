using System.Text.Json.Nodes;
using MlaBot.SlackServer.Validation;

namespace MlaBot.SlackServer.WebApi;

/// <summary><c>blocks.validate</c>: needs no token.</summary>
internal sealed class ValidateCalls(BodyCheck? check)
{
    public IEnumerable<ApiMethod> Methods => [new("blocks.validate", ApiMethod.Tier3, Validate) { Token = TokenKind.None }];

    private JsonObject Validate(ApiCall call)
    {
        var blocks = Json(call, "blocks") as JsonArray;
        var view = Json(call, "view") as JsonObject;
        var message = Json(call, "message") as JsonObject;
        if (new JsonNode?[] { blocks, view, message }.Count(given => given is not null) is not 1)
        {
            throw new ApiError("invalid_arguments", "[ERROR] exactly one of blocks, view, message must be given");
        }

        var faults = view is not null ? check?.View(call.World, view) : check?.Blocks(call.World, blocks ?? message!["blocks"] as JsonArray ?? [], "");
        var refused = faults?.All.Where(fault => fault.IsRefused).ToList() ?? [];
        return refused.Count is 0 ? ApiCall.Ok() : throw new ApiError(view is not null ? "invalid_view" : message is not null ? "invalid_message" : "invalid_blocks")
        {
            Extra = new()
            {
                ["errors"] = new JsonArray([.. refused.Select(fault => new JsonObject
                {
                    ["pointer"] = fault.Pointer, ["code"] = "failed_constraint", ["message"] = fault.Message, ["field"] = fault.Pointer.Split('/')[^1],
                })]),
            },
        };
    }

    private static JsonNode? Json(ApiCall call, string name)
    {
        try
        {
            return call.Args[name] is JsonValue text ? JsonNode.Parse(text.ToString()) : call.Args[name];
        }
        catch (System.Text.Json.JsonException)
        {
            throw new ApiError("invalid_arguments", $"[ERROR] {name} is not valid JSON");
        }
    }
}
