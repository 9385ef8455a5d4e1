using System.Text.Json;
using System.Text.RegularExpressions;

namespace MlaBot.DiscordServer.Validation;

/// <summary>Where the spec is stricter than Discord and its documentation, the documentation wins.</summary>
internal static partial class SpecCorrections
{
    private static readonly string[] Undeclared =
    [
        "summary: Discord does not know", "interaction_metadata.name: Discord does not know", "interaction_metadata.command_type: Discord does not know",
    ];

    /// <summary>Compiles a property, in its corrected form where the spec is wrong.</summary>
    public static Schema Property(string name, JsonElement source, Func<JsonElement, Schema> compile) => name switch
    {
        // The spec asks for an integer; the documentation and every client have a decimal string.
        "default_member_permissions" when Mentions(source, "integer") => new Schema { OneOf = [compile(source), new Schema { Types = ["string"], Pattern = Digits() }] },
        // Numbers are taken as well: attachments are counted from 0.
        "attachments" when source.TryGetProperty("items", out var items) && items.TryGetProperty("$ref", out var reference)
            && reference.GetString()!.EndsWith("/MessageAttachmentRequest", StringComparison.Ordinal) => WithNumericIds(compile(source)),
        // The spec reuses the outer error with its number; the documentation shows texts such as BASE_TYPE_MAX_LENGTH.
        "_errors" => new Schema { Types = ["array"], Items = FieldError() },
        _ => compile(source),
    };

    /// <summary>True for a property of an answer that the real Discord sends and the spec does not declare.</summary>
    public static bool IsSentUndeclared(string fault) => Undeclared.Any(path => fault.StartsWith(path, StringComparison.Ordinal) || fault.Contains($".{path}", StringComparison.Ordinal));

    private static Schema FieldError()
    {
        var error = new Schema { Types = ["object"], Required = ["code", "message"] };
        error.Properties["code"] = new Schema { Types = ["string", "integer"] };
        error.Properties["message"] = new Schema { Types = ["string"] };
        return error;
    }

    private static Schema WithNumericIds(Schema list)
    {
        var attachment = list.Items!;
        if (attachment.Properties["id"].AnyOf.Count == 0)
        {
            attachment.Properties["id"] = new Schema { AnyOf = [attachment.Properties["id"], new Schema { Types = ["integer"], Minimum = 0 }] };
        }

        return list;
    }

    private static bool Mentions(JsonElement source, string type) =>
        source.TryGetProperty("type", out var types)
        && (types.ValueKind == JsonValueKind.String ? types.GetString() == type : types.EnumerateArray().Any(one => one.GetString() == type));

    [GeneratedRegex("^[0-9]{1,20}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
