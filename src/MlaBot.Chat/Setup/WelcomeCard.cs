using MlaBot.Chat.Cards;

namespace MlaBot.Chat.Setup;

/// <summary>What the bot says where it has just been added.</summary>
public static class WelcomeCard
{
    /// <summary>The greeting.</summary>
    /// <param name="beginning">Who does what to begin, as the middle of a sentence.</param>
    public static Card Of(string beginning) => new(
        new Header("Hello, I am MlaBot"),
        new Section(
            "I post a question a day for each domain of the AWS Certified Machine Learning Engineer - Associate exam, take answers privately "
            + "with the reason for every option, and look AWS services up."),
        new Section($"**To begin:** {beginning}. Everybody can try `/service firehose` or `/help` right away."));
}
