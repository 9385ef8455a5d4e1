using MlaBot.Core;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>What people hear of a question that has a number and yet never stood in its channel.</summary>
internal static class NotPosted
{
    /// <summary>The refusal to show or explain it; null for a question that was posted.</summary>
    public static Refusal? Of(DailyPost post) => post.State is PostState.Missed or PostState.Skipped
        ? new("not-posted", $"{QuestionCards.Name(post)} was not posted{Reason(post)}.", $"{(post.Round is null ? "Its day is excused." : "It counts for nobody.")} Type /daily to see the open questions.")
        : null;

    private static string Reason(DailyPost post) => post.Note.Length > 0 ? $": {post.Note.TrimEnd('.')}" : "";
}
