using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.Validation.Rules;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Validation;

/// <summary>Checks what apps send. What Slack refuses is refused and written down; what only our own bot must keep is written down.</summary>
internal sealed class BodyCheck
{
    private static readonly Lazy<(SchemaCheck Blocks, MethodArguments Methods)> Specs = new(() =>
        (new(Read("slack-blockkit.schema.json")), new(Read("slack-web-methods.json").GetProperty("methods"))));

    private static readonly string[] MessageMethods = ["chat.postMessage", "chat.postEphemeral", "chat.update", "files.completeUploadExternal"];

    private readonly Func<StoredFile, bool> _isReady;

    /// <param name="isReady">True for a file that blocks can show.</param>
    /// <exception cref="FileNotFoundException">A data file is missing; the message says what to do.</exception>
    public BodyCheck(Func<StoredFile, bool> isReady)
    {
        _isReady = isReady;
        _ = Specs.Value;
    }

    /// <summary>Checks a call of the Web API.</summary>
    /// <exception cref="ApiError">Slack would refuse it.</exception>
    public void CheckCall(ApiCall call)
    {
        Report(call.World, call.App, call.Method, Specs.Value.Methods.Check(call.Method, call.Args), "invalid_arguments");
        if (MessageMethods.Contains(call.Method, StringComparer.Ordinal))
        {
            CheckMessage(call.World, call.App, call.Method, call.Args);
        }

        if (call.Method.StartsWith("views.", StringComparison.Ordinal) && call.Args["view"] is JsonObject view)
        {
            // Views are refused with this code, not with invalid_blocks; the messages name the place in both.
            Report(call.World, call.App, call.Method, View(call.World, view), "invalid_arguments");
        }
    }

    /// <summary>Checks what came to a response URL, or with the acknowledgement of a command.</summary>
    public void CheckResponse(SlackWorld world, App app, string method, JsonObject body)
    {
        var faults = new BodyFaults();
        foreach (var (name, _) in body.Where(entry => !ResponseFields.Known.Contains(entry.Key)))
        {
            faults.AddOwn($"/{name}", "Slack does not know this field");
        }

        if (body.Text("response_type") is not (null or "ephemeral" or "in_channel"))
        {
            faults.AddOwn("/response_type", "must be ephemeral or in_channel");
        }

        Report(world, app, method, faults, "invalid_payload");
        CheckMessage(world, app, method, body);
    }

    public void CheckSubmissionAnswer(SlackWorld world, App app, View view, JsonObject payload)
    {
        var faults = Schema("view_submission_response", payload, "");
        if (payload["view"] is JsonObject next)
        {
            ViewRules.Check(next, faults);
            CheckPictures(world, next["blocks"], faults);
        }

        var inputs = BlockParts.Controls(view.Blocks).Where(control => control.Input is not null).Select(control => control.BlockId).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, _) in (payload["errors"] as JsonObject ?? []).Where(entry => !inputs.Contains(entry.Key)))
        {
            faults.Add("/errors", $"\"{id}\" is not the block_id of an input block of this view");
        }

        Report(world, app, "ack view_submission", faults, "invalid_arguments");
    }

    public void CheckSuggestions(SlackWorld world, App app, JsonObject payload) =>
        Report(world, app, "ack block_suggestion", Schema("block_suggestion_response", payload, ""), "invalid_arguments");

    /// <summary><c>blocks.validate</c>: what is wrong with blocks or a view.</summary>
    public BodyFaults Blocks(SlackWorld world, JsonArray blocks, string pointer = "/blocks")
    {
        var faults = Schema("message_blocks", blocks, pointer);
        BlockRules.Check(blocks, pointer, faults);
        CheckPictures(world, blocks, faults);
        return faults;
    }

    public BodyFaults View(SlackWorld world, JsonObject view)
    {
        var faults = Schema(view.Text("type") is "home" ? "home_view" : "modal_view", view, "/view");
        ViewRules.Check(view, faults);
        MentionRules.Check(new() { ["view"] = view.DeepClone() }, faults);
        CheckPictures(world, view["blocks"], faults);
        return faults;
    }

    private void CheckMessage(SlackWorld world, App? app, string method, JsonObject body)
    {
        var faults = new BodyFaults();
        if (method is not "files.completeUploadExternal")
        {
            MessageRules.Check(body, faults);
        }

        MentionRules.Check(body, faults);
        if (body["blocks"] is JsonArray { Count: > 0 } blocks)
        {
            faults.AddRange(Blocks(world, blocks));
        }
        else if (body["blocks"] is not (null or JsonArray))
        {
            Report(world, app, method, faults, "invalid_blocks");
            throw new ApiError("invalid_blocks_format");
        }

        Report(world, app, method, faults, "invalid_blocks");
    }

    private void CheckPictures(SlackWorld world, JsonNode? blocks, BodyFaults faults)
    {
        foreach (var id in Texts.Objects(blocks).Select(part => part["slack_file"].Text("id")).OfType<string>())
        {
            if (!world.Files.TryGetValue(id, out var file) || !_isReady(file))
            {
                faults.Add("/blocks", "invalid slack file");
            }
        }
    }

    private static BodyFaults Schema(string definition, JsonNode value, string pointer)
    {
        using var document = JsonDocument.Parse(value.ToJsonString());
        return Specs.Value.Blocks.Check(definition, document.RootElement, pointer);
    }

    private static void Report(SlackWorld world, App? app, string method, BodyFaults faults, string code)
    {
        foreach (var fault in faults.All.Where(_ => app is not { IsLenient: true }))
        {
            world.Accuse(app, method, fault.Text);
        }

        if (faults.All.Any(fault => fault.IsRefused))
        {
            throw new ApiError(code, [.. faults.All.Where(fault => fault.IsRefused).Select(fault => fault.Text)]);
        }
    }

    private static JsonElement Read(string name)
    {
        using var file = File.OpenRead(SpecFile.Find(name));
        using var document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    }
}
