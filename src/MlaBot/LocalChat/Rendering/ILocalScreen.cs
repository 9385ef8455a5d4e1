using MlaBot.Chat.Cards;
using NodaTime;

namespace MlaBot.LocalChat.Rendering;

/// <summary>Where the chat is shown. Safe to call from many threads; each call's lines stay together.</summary>
internal interface ILocalScreen
{
    /// <summary>Shows a card.</summary>
    /// <param name="heading">Who speaks, and where or to whom.</param>
    /// <param name="card">What is said.</param>
    /// <param name="time">How instants are written.</param>
    void Show(string heading, Card card, Func<Instant, string> time);

    /// <summary>Shows a stored message.</summary>
    void Show(string heading, IEnumerable<string> text, Func<Instant, string> time);

    /// <summary>Shows one line of the chat itself, such as a change of person.</summary>
    void Note(string text);

    /// <summary>Repeats what a person typed, where that is not on the screen already.</summary>
    void Echo(string person, string typed);

    /// <summary>Leaves the screen tidy for what comes after the program.</summary>
    void Close();
}
