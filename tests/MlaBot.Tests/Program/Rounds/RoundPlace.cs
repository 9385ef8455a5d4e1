using System.Globalization;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>A channel in which rounds are played, as a test needs it whatever its platform is.</summary>
internal abstract class RoundPlace
{
    /// <summary>The platform's id of the channel.</summary>
    public abstract string Id { get; }

    /// <summary>An admin, who leads.</summary>
    public abstract IRoundPerson Host { get; }

    /// <summary>A new member.</summary>
    public abstract IRoundPerson Join(string name);

    /// <summary>New members <c>p1</c>, <c>p2</c> and so on.</summary>
    public IRoundPerson[] Join(int count) => [.. Enumerable.Range(1, count).Select(number => Join(string.Create(CultureInfo.InvariantCulture, $"p{number}")))];

    /// <summary>Sets the channel up, so that it has an exam.</summary>
    public abstract Task SetUpAsync();

    /// <summary>Waits until something about the world or the stored rows holds.</summary>
    public abstract Task WaitAsync(Func<bool> condition, string wish);

    /// <summary>All public messages of the bot, oldest first.</summary>
    public abstract IReadOnlyList<Posting> Public();

    /// <summary>Waits for the newest public message whose text holds words, beyond those that were there.</summary>
    public async Task<Posting> PostingAsync(string words, int beyond = 0)
    {
        Posting? found = null;
        await WaitAsync(() => (found = Public().Skip(beyond).LastOrDefault(message => message.Text.Contains(words, StringComparison.Ordinal))) is not null, $"\"{words}\"");
        return found!;
    }
}

/// <summary>A person in a channel. Whatever the bot answers comes in time and is for this person alone, or the act fails.</summary>
internal interface IRoundPerson
{
    /// <summary>The user id, as stored.</summary>
    string Id { get; }

    /// <summary>How a command names the person.</summary>
    string Mention { get; }

    /// <summary>Runs a command.</summary>
    Task<Told> TypeAsync(string command, params (string Name, string Value)[] options);

    /// <summary>Presses the button with a label.</summary>
    Task<Told> PressAsync(Posting message, string label);

    /// <summary>Answers a question with all presses that its type needs.</summary>
    /// <param name="question">The open question.</param>
    /// <param name="post">What is stored of it.</param>
    /// <param name="letters">The answer, such as <see cref="StoredPost.Right"/>.</param>
    Task<Told> AnswerAsync(Posting question, StoredPost post, string letters);
}

/// <summary>What a person was told in private.</summary>
/// <param name="Text">The words.</param>
/// <param name="After">From the act to the answer on the person's screen.</param>
/// <param name="At">The moment of the act, as the platform marks it.</param>
internal sealed record Told(string Text, TimeSpan After, DateTimeOffset At);

/// <summary>A public message.</summary>
/// <param name="Message">The platform's own record.</param>
/// <param name="Id">The platform's id.</param>
internal abstract record Posting(object Message, string Id)
{
    /// <summary>Its words now.</summary>
    public abstract string Text { get; }

    /// <summary>How often it was edited.</summary>
    public abstract int Edits { get; }

    /// <summary>The lines of its table: rank, name, points, right.</summary>
    public abstract IReadOnlyList<(int Rank, string Name, int Points, string Right)> Table { get; }
}
