using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Chat.Rounds;

/// <summary>Cards of one question of a round, from the moment it is posted until its answer is public.</summary>
public static class RoundQuestionCards
{
    /// <summary>How the last line of an open question begins.</summary>
    public const string OpenWords = "Answers until";

    /// <summary>How the last line of a question begins that was left out.</summary>
    public const string LeftOutWords = "Left out of the round.";

    /// <summary>The question while people read: its controls stand still.</summary>
    /// <param name="round">The round.</param>
    /// <param name="question">An intended question.</param>
    /// <param name="reading">How long the controls are locked.</param>
    /// <param name="content">Gives titles.</param>
    public static Card Locked(Round round, RoundQuestion question, Duration reading, ContentSnapshot content) => new(
    [
        .. Body(round, question, content),
        .. QuestionControls.Locked(question.Post, question.Item),
        Host(round, question),
        new ContextLine($"{VoteWords(round, question)}Read first: answers open in {Math.Max(1, (int)Math.Ceiling(reading.TotalSeconds))} s."),
    ]);

    /// <summary>The question with its controls.</summary>
    /// <param name="round">The round.</param>
    /// <param name="question">An open question.</param>
    /// <param name="answered">How many have answered.</param>
    /// <param name="players">How many take part.</param>
    /// <param name="answersInForms">True where a form opens for answers of more than one press.</param>
    /// <param name="content">Gives titles.</param>
    public static Card Open(Round round, RoundQuestion question, int answered, int players, bool answersInForms, ContentSnapshot content) => new(
    [
        .. Body(round, question, content),
        new TypingHint(AnswerCheck.HowTo(question.Item)),
        .. QuestionControls.Open(question.Post, question.Item, answersInForms),
        Host(round, question),
        new ContextLine($"{OpenWords} {CardTime.Token(question.Post.ClosesAt ?? default)} · {answered} of {Math.Max(answered, players)} have answered."),
    ]);

    /// <summary>The question after its time, or after it was left out.</summary>
    public static Card Closed(Round round, RoundQuestion question, int answered, ContentSnapshot content)
    {
        var line = question.Post.State == PostState.Withdrawn
            ? $"{LeftOutWords} It counts for nobody."
            : $"{QuestionCards.ClosedWords} {(answered == 1 ? "1 answer" : $"{answered} answers")}. {(IsFirstVote(round, question) ? "The first vote is over." : "The answer follows.")}";
        return new Card([.. Body(round, question, content), .. QuestionControls.Closed(question.Post, question.Item), new ContextLine(line)]);
    }

    /// <summary>After the first of two votes: that opinions differ, and nothing of who or what is right.</summary>
    public static Card Discuss(Round round, RoundQuestion question, IReadOnlyList<DailyAnswer> answers, Instant until) => new(
        new Header($"{Name(round, question)}: talk about it"),
        new Section($"{(answers.Count == 1 ? "One person has" : $"{answers.Count} people have")} answered, and not all is clear yet. Say what you chose and why; then everybody votes again, and the second vote counts."),
        new Choices([RoundButtons.Lead(round, question, HostAct.Next, "Vote now"), RoundButtons.Lead(round, question, HostAct.Extend, "More time"), RoundButtons.Lead(round, question, HostAct.Skip, "Leave out")]),
        new ContextLine($"The second vote comes {CardTime.Token(until)}."));

    /// <summary>"Round question 3 of 5".</summary>
    public static string Name(Round round, RoundQuestion question) => QuestionCards.Name(question.Post, round.Items.Count);

    private static IEnumerable<CardPart> Body(Round round, RoundQuestion question, ContentSnapshot content) =>
        QuestionCards.Body(question.Post, question.Item, content, round.Exam, round.Items.Count);

    private static bool IsFirstVote(Round round, RoundQuestion question) => round.Options.VotesTwice && question.Vote == 1;

    private static string VoteWords(Round round, RoundQuestion question) => !round.Options.VotesTwice ? "" : question.Vote == 1 ? "First vote. " : "Second vote, this one counts. ";

    private static Choices Host(Round round, RoundQuestion question) => new(
    [
        RoundButtons.Lead(round, question, HostAct.Extend, "More time"),
        RoundButtons.Lead(round, question, HostAct.Skip, "Leave out"),
        RoundButtons.Lead(round, question, HostAct.Pause, "Pause"),
    ]);
}
