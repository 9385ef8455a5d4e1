using MlaBot.Core.Daily;

namespace MlaBot.Storage.Database.Writing;

/// <summary>An answer on its way. A class of its own and no function: nothing is written as often.</summary>
internal sealed class AnswerWrite(NewAnswer answer, CancellationToken cancellationToken) : WriteOperation<StoredAnswer>(cancellationToken)
{
    protected override StoredAnswer Execute(WriteSession session) => session.Answers.Record(answer);
}
