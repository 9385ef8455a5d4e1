namespace MlaBot.DiscordServer.Validation;

/// <summary>Finds Discord's OpenAPI spec, which lies beside the checkout and not in it.</summary>
public static class SpecFile
{
    /// <summary>Names the spec's file where it does not lie at <c>../shared/specs/discord-openapi.json</c>.</summary>
    public const string Variable = "MLABOT_DISCORD_SPEC";

    /// <exception cref="FileNotFoundException">There is no spec; the message says where it was looked for and what to do.</exception>
    public static string Find() => Find(Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory);

    internal static string Find(string? named, string from)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} names {named}, but there is no such file. Correct the variable, or unset it to use the file beside the checkout.");
        }

        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlaBot.sln")))
            {
                var beside = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "specs", "discord-openapi.json"));
                return File.Exists(beside) ? beside : throw new FileNotFoundException($"Discord's OpenAPI spec is not at {beside}. Put specs/openapi.json of discord/discord-api-spec there, or name it in {Variable}.");
            }
        }

        throw new FileNotFoundException($"No checkout lies above {from}, so Discord's OpenAPI spec cannot be found. Name its file in {Variable}.");
    }
}
