namespace MlaBot.SlackServer.World;

/// <summary>A file that an app uploads in three steps.</summary>
public sealed class StoredFile(string id, App app, string name, int length)
{
    public string Id { get; } = id;

    public App App { get; } = app;

    public string Name { get; } = name;

    /// <summary>As announced.</summary>
    public int Length { get; } = length;

    public string AltText { get; init; } = "";

    /// <summary>The last part of the address it is uploaded to.</summary>
    public required string UploadKey { get; init; }

    public byte[]? Bytes { get; set; }

    public string Title { get; set; } = "";

    /// <summary>Null until the third step.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Where it was shared: channel id and timestamp.</summary>
    public List<(string Channel, string Ts)> Shares { get; } = [];
}
