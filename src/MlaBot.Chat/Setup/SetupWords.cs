using System.Globalization;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Chat.Setup;

/// <summary>A channel's settings in words, the same in the wizard and in every reply.</summary>
internal static class SetupWords
{
    public static string Feedback(FeedbackMode mode) => mode == FeedbackMode.Immediate
        ? "at once and privately; the first answer is final"
        : "when a question closes; answers may be changed until then";

    public static string OpenFor(Duration time) => time switch
    {
        { TotalDays: >= 2 } when time.TotalHours % 24 == 0 => Count(time.TotalDays, "day"),
        { TotalHours: >= 1 } => Count(time.TotalHours, "hour"),
        _ => Count(time.TotalMinutes, "minute"),
    };

    /// <summary>How questions are posted.</summary>
    /// <param name="style">The style.</param>
    /// <param name="role">The role's name; empty when nobody knows it.</param>
    /// <param name="choices">What the platform has of it; the rest goes without saying.</param>
    /// <returns>The words; empty when the platform leaves no choice.</returns>
    public static string Posting(PostingStyle style, string role, PostingChoices choices)
    {
        (PostingChoices Needs, string Words)[] all =
        [
            (PostingChoices.Silence, style.IsSilent ? "silently" : "with the usual notification"),
            (PostingChoices.Roles, style.MentionRole.Length == 0 ? "without calling a role" : $"calling {(role.Length > 0 ? $"the role {role}" : "the chosen role")}"),
            (PostingChoices.Threads, style.OpensThread ? "with a thread for discussion below each reveal" : "without discussion threads"),
        ];
        return string.Join("; ", all.Where(each => choices.HasFlag(each.Needs)).Select(each => each.Words));
    }

    private static string Count(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}{(number is 1 ? "" : "s")}");
}
