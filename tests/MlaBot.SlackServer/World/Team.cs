namespace MlaBot.SlackServer.World;

/// <summary>A workspace.</summary>
public sealed class Team(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public string Domain { get; } = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));

    public Dictionary<string, User> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Channel> Channels { get; } = new(StringComparer.Ordinal);

    public List<App> Apps { get; } = [];

    public string Url => $"https://{Domain}.slack.com/";

    public override string ToString() => $"{Name} ({Id})";
}
