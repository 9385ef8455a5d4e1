using System.Globalization;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Ways to a moment at which there is something to do.</summary>
internal static class StageDays
{
    /// <summary>Evening of the first day: with 24 hours, the questions of all five domains are open.</summary>
    public const string Evening = "2050-03-07T21:00:05Z";

    /// <summary>Sets the study channel up and lets the first day pass.</summary>
    /// <returns>Questions 1 to 5, one of each type.</returns>
    public static async Task<Message[]> OpenFiveAsync(this DiscordStage stage, string feedback = "immediate")
    {
        (await stage.SetUpAsync(stage.Study, stage.Admin, ("open", "24"), ("feedback", feedback))).Text.ShouldContain("This channel is set up");
        stage.LetClockReach(Evening);
        var questions = new Message[5];
        for (var number = 1; number <= 5; number++)
        {
            questions[number - 1] = await stage.QuestionAsync(stage.Study, number);
        }

        return questions;
    }

    /// <summary>A new member of the study group.</summary>
    public static Learner Join(this DiscordStage stage, string name)
    {
        var user = stage.Server.Control.AddUser(name);
        stage.Server.Control.AddMember(stage.Guild, user);
        return new Learner(stage, user, stage.Study);
    }

    /// <summary>Waits for the message of a question.</summary>
    public static Task<Message> QuestionAsync(this DiscordStage stage, Channel channel, long number) =>
        stage.MessageAsync(channel, string.Create(CultureInfo.InvariantCulture, $"Question {number} · Domain "));

    /// <summary>Waits for the reveal of a question.</summary>
    public static Task<Message> RevealAsync(this DiscordStage stage, Channel channel, long number) =>
        stage.MessageAsync(channel, string.Create(CultureInfo.InvariantCulture, $"Question {number}: the answer is "));

    /// <summary>The answer to a question that a person has stored; null for none.</summary>
    public static StoredAnswerRow? Answer(this Records records, long post, Learner who) =>
        records.Answers().SingleOrDefault(answer => answer.Post == post && answer.Person == who.Id);
}
