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

    /// <summary>The name of the action that a filled form of an answer means.</summary>
    public const string Given = "daily.given";

    /// <summary>The name of the action that opens the form of a report.</summary>
    public const string Report = "daily.report";

    /// <summary>The name of the action that shows a question again.</summary>
    public const string Show = "daily.show";

    private const char Stamp = '-';

    /// <summary>Begins or resumes the draft of an ordering or matching answer.</summary>
    public static ActionId BeginDraft(DailyPost post) => new(Draft, Stamped(post));

    /// <summary>Adds the step that the menu sends. It names the position from 1 for which it was made, so that a second press adds nothing.</summary>
    public static ActionId OrderAt(DailyPost post, int position) => new(Order, Stamped(post), Number(position));

    /// <summary>Takes the latest step back from a draft that has a number of steps.</summary>
    public static ActionId UndoAt(DailyPost post, int steps) => new(Undo, Stamped(post), Number(steps));

    /// <summary>Matches a prompt, by its number from 1, with the response that the menu sends.</summary>
    public static ActionId MatchFor(DailyPost post, int prompt) => new(Match, Stamped(post), Number(prompt));

    /// <summary>Empties a draft.</summary>
    public static ActionId RestartDraft(DailyPost post) => new(Restart, Stamped(post));

    /// <summary>Answers with a draft.</summary>
    public static ActionId SubmitDraft(DailyPost post) => new(Submit, Stamped(post));

    /// <summary>Answers with a filled form.</summary>
    public static ActionId GiveForm(DailyPost post) => new(Given, Stamped(post));

    /// <summary>Shows a question again, in private.</summary>
    public static ActionId ShowAgain(DailyPost post) => new(Show, Stamped(post));

    /// <summary>Opens the form of a report.</summary>
    public static ActionId ReportOn(DailyPost post) => new(Report, Stamped(post));

    /// <summary>An answer in letters; empty letters when a menu sends its values.</summary>
    public static ActionId AnswerWith(DailyPost post, string letters) => new(Answer, Stamped(post), letters);

    /// <summary>Explains a post.</summary>
    public static ActionId Explain(DailyPost post) => new(Why, Stamped(post));

    /// <summary>An answer in letters to a post that is known by its id alone, as when somebody typed its number.</summary>
    public static ActionId AnswerWith(PostId post, string letters) => new(Answer, post.ToString(), letters);

    /// <summary>The post that an action is about; null when the id is none of ours.</summary>
    public static PostId? PostOf(ActionId action) =>
        action.Arguments.Count > 0 && long.TryParse(action.Arguments[0].Split(Stamp)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new PostId(id) : null;

    /// <summary>True when an action is about a post and not about one of an older database that had the same id.</summary>
    public static bool Means(ActionId action, DailyPost post) => !action.Arguments[0].Contains(Stamp, StringComparison.Ordinal) || action.Arguments[0] == Stamped(post);

    /// <summary>The number after the post, such as a position; 0 when there is none.</summary>
    public static int NumberOf(ActionId action) =>
        action.Arguments.Count > 1 && int.TryParse(action.Arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Ids start again in a new database, and the buttons of an old one stay pressable for ever: the due instant tells them apart.
    private static string Stamped(DailyPost post) => string.Create(CultureInfo.InvariantCulture, $"{post.Id}{Stamp}{post.DueAt.ToUnixTimeSeconds()}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
