using System.Globalization;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>Writes and reads the action ids of daily questions, in one place.</summary>
public static class DailyActions
{
    /// <summary>The name of an answer's action.</summary>
    public const string Answer = "daily.answer";

    /// <summary>The name of the action that explains a post.</summary>
    public const string Why = "daily.why";

    /// <summary>The name of the action that begins or resumes a draft.</summary>
    public const string Draft = "daily.draft";

    /// <summary>The name of the action that adds a step to a draft.</summary>
    public const string Order = "daily.order";

    /// <summary>The name of the action that takes a draft's latest step back.</summary>
    public const string Undo = "daily.undo";

    /// <summary>The name of the action that matches a prompt in a draft.</summary>
    public const string Match = "daily.match";

    /// <summary>The name of the action that empties a draft.</summary>
    public const string Restart = "daily.restart";

    /// <summary>The name of the action that answers with a draft.</summary>
    public const string Submit = "daily.submit";

    /// <summary>The name of the action that opens the form of a report.</summary>
    public const string Report = "daily.report";

    /// <summary>Begins or resumes the draft of an ordering or matching answer.</summary>
    public static ActionId BeginDraft(PostId post) => new(Draft, post.ToString());

    /// <summary>Adds the step that the menu sends. It names the position from 1 for which it was made, so that a second press adds nothing.</summary>
    public static ActionId OrderAt(PostId post, int position) => new(Order, post.ToString(), Number(position));

    /// <summary>Takes the latest step back from a draft that has a number of steps.</summary>
    public static ActionId UndoAt(PostId post, int steps) => new(Undo, post.ToString(), Number(steps));

    /// <summary>Matches a prompt, by its number from 1, with the response that the menu sends.</summary>
    public static ActionId MatchFor(PostId post, int prompt) => new(Match, post.ToString(), Number(prompt));

    /// <summary>Empties a draft.</summary>
    public static ActionId RestartDraft(PostId post) => new(Restart, post.ToString());

    /// <summary>Answers with a draft.</summary>
    public static ActionId SubmitDraft(PostId post) => new(Submit, post.ToString());

    /// <summary>Opens the form of a report.</summary>
    public static ActionId ReportOn(PostId post) => new(Report, post.ToString());

    /// <summary>An answer in letters; empty letters when a menu sends its values.</summary>
    public static ActionId AnswerWith(PostId post, string letters) => new(Answer, post.ToString(), letters);

    /// <summary>Explains a post.</summary>
    public static ActionId Explain(PostId post) => new(Why, post.ToString());

    /// <summary>The post that an action is about; null when the id is none of ours.</summary>
    public static PostId? PostOf(ActionId action) => action.Arguments.Count > 0 ? ParsePost(action.Arguments[0]) : null;

    /// <summary>The number after the post, such as a position; 0 when there is none.</summary>
    public static int NumberOf(ActionId action) =>
        action.Arguments.Count > 1 && int.TryParse(action.Arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Reads <c>12</c> or <c>#12</c>.</summary>
    public static PostId? ParsePost(string text) =>
        long.TryParse(text.AsSpan().Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new PostId(number) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
