namespace MlaBot.SlackServer.World;

/// <summary>A person or a bot of one workspace.</summary>
public sealed class User(string id, Team team, string name)
{
    public string Id { get; } = id;

    public Team Team { get; } = team;

    /// <summary>The old user name, such as <c>ada</c>.</summary>
    public string Name { get; } = name;

    public string RealName { get; set; } = char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>May be empty: then clients show <see cref="RealName"/>.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>IANA name.</summary>
    public string Zone { get; set; } = "America/Los_Angeles";

    public bool IsAdmin { get; set; }

    public bool IsOwner { get; set; }

    public bool IsBot { get; init; }

    public bool IsDeleted { get; set; }

    /// <summary>A guest.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>The modals on the person's screen, the top one last; at most three.</summary>
    public List<View> Views { get; } = [];

    /// <summary>The Home that an app published, by its id.</summary>
    public Dictionary<string, View> Homes { get; } = new(StringComparer.Ordinal);

    public override string ToString() => $"{Name} ({Id})";
}
