using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlaBot.Slack.WebApi.Answers;

/// <summary>What every answer of the Web API has.</summary>
/// <remarks>Source: Slack developer documentation, "Using the Slack Web API: Evaluating responses". Any field may be absent.</remarks>
internal record ApiAnswer
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>The scope that is missing.</summary>
    public string? Needed { get; init; }

    public string? Warning { get; init; }

    /// <summary>Details of a refusal; its form differs between methods.</summary>
    public JsonElement Errors { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }

    /// <summary>The scopes of the token; from the header <c>x-oauth-scopes</c>.</summary>
    [JsonIgnore]
    public string? Scopes { get; set; }

    /// <summary>Where the next page begins; null at the end.</summary>
    [JsonIgnore]
    public string? NextCursor => ResponseMetadata?.NextCursor is { Length: > 0 } cursor ? cursor : null;

    /// <summary>All that Slack says about an error besides its code; null for nothing.</summary>
    [JsonIgnore]
    public string? Explanation
    {
        get
        {
            var messages = ResponseMetadata?.Messages is { Count: > 0 } all ? string.Join("; ", all) : null;
            var errors = Errors.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.String ? Errors.GetRawText() : null;
            return messages is null ? errors : errors is null ? messages : $"{messages}; {errors}";
        }
    }
}

/// <summary>The outer part of an answer.</summary>
internal sealed record ResponseMetadata
{
    /// <summary>What is wrong with the call, with a pointer to the place.</summary>
    public IReadOnlyList<string?>? Messages { get; init; }

    public IReadOnlyList<string?>? Warnings { get; init; }

    public string? NextCursor { get; init; }
}
