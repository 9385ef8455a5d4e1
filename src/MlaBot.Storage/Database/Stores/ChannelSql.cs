namespace MlaBot.Storage.Database.Stores;

/// <summary>Names a channel in statements.</summary>
internal static class ChannelSql
{
    /// <summary>The number of the channel whose platform, group and own id are <c>$1</c>, <c>$2</c> and <c>$3</c>.</summary>
    public const string TheChannel =
        "(SELECT c.Id FROM Channels c JOIN Groups g ON g.Id = c.GroupId WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3)";
}
