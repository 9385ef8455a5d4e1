using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Streaks;
using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Core.Reports;

namespace MlaBot.Chat.Reports;

/// <summary><c>/report question reason text</c> reports a question.</summary>
internal sealed class ReportCommand(ReportHandler handler, TypedNumbers numbers) : IChatCommand
{
    public CommandSpec Spec { get; } = new("report", "Report what is wrong with a question; only admins see it")
    {
        Options =
        [
            new("question", "The question's number", IsRequired: true),
            new("reason", "What is wrong", IsRequired: true) { Choices = ReportWords.Names },
            new("text", "A few words about it"),
        ],
        Examples = ["report 12 key", "report 12 outdated the service was renamed"],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => numbers.HandleAsync(
        request, post => handler.SendAsync(post, request.User, request.Option("reason"), request.Option("text"), cancellationToken), cancellationToken);
}

/// <summary>The button that opens the form of a report.</summary>
internal sealed class ReportFormAction(IDailyStore store, ReportQuestion reports) : PostAction(store)
{
    public override string Name => DailyActions.Report;

    protected override async Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken) =>
        await reports.FindAsync(id, press.User.Key.Group, cancellationToken) is { } post ? ReportCards.Form(post) : RefusalCards.For(RecordAnswer.UnknownPost);
}

/// <summary>The filled form of a report.</summary>
internal sealed class SendReportAction(ReportHandler handler) : IChatAction
{
    public string Name => ReportCards.Send;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) => DailyActions.PostOf(press.Action) is { } post
        ? handler.SendAsync(post, press.User, press.Field(ReportCards.ReasonField), press.Field(ReportCards.TextField), cancellationToken)
        : Task.FromResult(RefusalCards.For(RecordAnswer.UnknownPost));
}

/// <summary>Stores a report and thanks for it in private.</summary>
internal sealed class ReportHandler(ReportQuestion reports, HomeZone homeZone)
{
    public async Task<Card> SendAsync(PostId post, ChatUser user, string reason, string text, CancellationToken cancellationToken)
    {
        if (ReportWords.Find(reason) is not { } known)
        {
            return RefusalCards.For(new("report-reason", "A report needs a reason.", $"Give one of {string.Join(", ", ReportWords.Names)}."));
        }

        if (await reports.FindAsync(post, user.Key.Group, cancellationToken) is { } found)
        {
            await homeZone.MeetAsync(user, await homeZone.OfAsync(found.Channel, cancellationToken), cancellationToken);
        }

        return await reports.HandleAsync(post, user.Key, user.Name, known, text, cancellationToken) switch
        {
            Outcome<SavedReport>.Ok(var saved) => ReportCards.Thanks(saved),
            Outcome<SavedReport>.Refused(var refusal) => RefusalCards.For(refusal),
            _ => throw new UnreachableException(),
        };
    }
}
