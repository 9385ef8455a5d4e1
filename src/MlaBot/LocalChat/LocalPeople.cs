using System.Text.RegularExpressions;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.LocalChat.Transcript;

namespace MlaBot.LocalChat;

/// <summary>The people at this terminal: who there is, and who types now.</summary>
internal sealed partial class LocalPeople
{
    /// <summary>The most people; a group can be tried out with fewer.</summary>
    public const int Most = 200;

    private readonly LocalTranscript _transcript;

    /// <summary>Begins as the first person, who is an admin.</summary>
    public LocalPeople(LocalTranscript transcript, LocalChatOptions options)
    {
        _transcript = transcript;
        Current = Find(options.FirstPerson) ?? new TranscriptPerson { Name = options.FirstPerson, IsAdmin = true };
        if (Find(Current.Name) is null)
        {
            transcript.Save(Current);
        }
    }

    /// <summary>Who types now.</summary>
    public TranscriptPerson Current { get; private set; }

    /// <summary>Everybody, in the order in which they came.</summary>
    public IReadOnlyList<TranscriptPerson> All => _transcript.People;

    /// <summary>The one who types now, as the bot sees people.</summary>
    public ChatUser User =>
        new(new LearnerKey(LocalPlatform.Group, Current.Name.ToLowerInvariant()), Current.Name, Current.IsAdmin, IsBot: false);

    /// <summary>Goes on as another person; a new one is made.</summary>
    /// <param name="name">The name, in any case of letters.</param>
    /// <param name="asAdmin">True to make the person an admin; false leaves the rights as they are.</param>
    public Outcome<TranscriptPerson> Become(string name, bool asAdmin)
    {
        if (!Names().IsMatch(name))
        {
            return new Refusal("person-name", $"\"{Text.Printable(name, 40)}\" is no name for this chat.", "Use 1 to 32 letters, digits, dots or dashes, such as /as ana.");
        }

        var known = Find(name);
        if (known is null && All.Count >= Most)
        {
            return new Refusal("person-many", $"There are {Most} people already.", "Type /people to see them, and go on as one of them.");
        }

        var person = new TranscriptPerson { Name = known?.Name ?? name, IsAdmin = asAdmin || known is { IsAdmin: true } };
        if (person != known)
        {
            _transcript.Save(person);
        }

        Current = person;
        return person;
    }

    private TranscriptPerson? Find(string name) => All.FirstOrDefault(person => string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
