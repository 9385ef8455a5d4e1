using System.Text.Json;

namespace MlaBot.DiscordServer.World;

/// <summary>Checks request bodies as Discord does, and more strictly for our own bot.</summary>
public interface IBodyCheck
{
    /// <summary>Finds what is wrong with a body.</summary>
    /// <param name="method">Upper case, such as <c>POST</c>.</param>
    /// <param name="routeTemplate">As the OpenAPI spec writes it: one of <see cref="Route"/>.</param>
    /// <param name="body">The JSON body, or the <c>payload_json</c> part of a multipart one.</param>
    /// <param name="isStrict">True for our own bot: fields that the spec does not declare are refused too.</param>
    /// <returns>One line for each fault, <c>path.to.field: what is wrong</c>; empty when the body is good.</returns>
    IReadOnlyList<string> Check(string method, string routeTemplate, JsonElement body, bool isStrict);
}
