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

    /// <summary>An answer in letters; empty letters when a menu sends its values.</summary>
    public static ActionId AnswerWith(PostId post, string letters) => new(Answer, post.ToString(), letters);

    /// <summary>Explains a post.</summary>
    public static ActionId Explain(PostId post) => new(Why, post.ToString());

    /// <summary>The post that an action is about; null when the id is none of ours.</summary>
    public static PostId? PostOf(ActionId action) => action.Arguments.Count > 0 ? ParsePost(action.Arguments[0]) : null;

    /// <summary>Reads <c>12</c> or <c>#12</c>.</summary>
    public static PostId? ParsePost(string text) =>
        long.TryParse(text.AsSpan().Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new PostId(number) : null;
}
