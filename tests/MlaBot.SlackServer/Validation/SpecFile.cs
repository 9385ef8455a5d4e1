namespace MlaBot.SlackServer.Validation;

/// <summary>Finds the data files about Slack, which lie beside the checkout and not in it.</summary>
public static class SpecFile
{
    /// <summary>Names the folder where it is not <c>../shared/specs</c>.</summary>
    public const string Variable = "MLABOT_SLACK_SPECS";

    /// <param name="name">Such as <c>slack-blockkit.schema.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message says where it was looked for and what to do.</exception>
    public static string Find(string name) => Find(name, Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory);

    internal static string Find(string name, string? folder, string from)
    {
        if (!string.IsNullOrEmpty(folder))
        {
            var named = Path.Combine(folder, name);
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} names {folder}, but there is no {name}. Correct the variable, or unset it to use the folder beside the checkout.");
        }

        for (var above = new DirectoryInfo(from); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "MlaBot.sln")))
            {
                var beside = Path.GetFullPath(Path.Combine(above.FullName, "..", "shared", "specs", name));
                return File.Exists(beside) ? beside : throw new FileNotFoundException($"{beside} is not there. Put Slack's data files into that folder, or name their folder in {Variable}.");
            }
        }

        throw new FileNotFoundException($"No checkout lies above {from}, so {name} cannot be found. Name its folder in {Variable}.");
    }
}
