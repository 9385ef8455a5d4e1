using MlaBot.Core.Channels;

namespace MlaBot.Storage.Database.Writing;

/// <summary>A claim on a delivery. A class of its own: it changes nothing that the memories of answers and reads hold.</summary>
internal sealed class ClaimWrite(GroupKey group, string id, long at, CancellationToken cancellationToken) : WriteOperation<bool>(cancellationToken)
{
    protected override bool Execute(WriteSession session) => session.Sql.Run(
        "INSERT INTO Deliveries (GroupId, ExternalId, At) VALUES ($1, $2, $3) ON CONFLICT (GroupId, ExternalId) DO NOTHING",
        session.Tenants.GroupId(group),
        id,
        at) == 1;
}
