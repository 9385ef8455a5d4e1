using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;

namespace MlaBot.Testing.Cards;

/// <summary>Cards of all parts and sizes within the limits of cards; every word is of its own, so that a lost one is noticed.</summary>
/// <param name="seed">The same seed gives the same cards.</param>
public sealed class RandomCards(int seed)
{
    private static readonly string[] Marks = ["**", "*", "`", "", "", "", "", "", ""];
    private static readonly string[] Signs = ["", "", "", "_", "*", "#", "<@1>", "`", "[", "@everyone", "<!channel>", "<@U1>", "&", "s3:*", "- ", "1."];
    private readonly Random _random = new(seed);
    private readonly List<string> _words = [];
    private int _actions;

    /// <summary>The words that the last card holds and a reader must find.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The next card.</summary>
    public Card Next()
    {
        _words.Clear();
        List<CardPart> parts = [new Header(Text(8))];
        parts.AddRange(Enumerable.Range(0, _random.Next(0, 14)).Select(_ => Part()));
        return new Card(parts) { IsPrivate = _random.Next(2) == 0, Tone = (CardTone)_random.Next(4) };
    }

    private CardPart Part() => _random.Next(11) switch
    {
        0 => new Divider(),
        1 => new ContextLine(Text(30)),
        2 => new Choices([.. Enumerable.Range(0, _random.Next(1, 8)).Select(_ => new CardButton(Action(), Text(2)) { IsDisabled = _random.Next(3) == 0 })]),
        3 => Menu(),
        4 => new ChannelMenu(Action(), Text(3), _random.Next(2) == 0 ? "123" : null),
        5 => new RoleMenu(Action(), Text(3), _random.Next(2) == 0 ? "456" : null),
        6 => new Table([.. Many(3, () => Text(2))], [.. Many(_random.Next(1, 6), () => (IReadOnlyList<string>)[.. Many(3, () => Text(_random.Next(1, 60)))])]),
        7 => new Bars(Text(4), [.. Many(_random.Next(1, 6), () => new Bar(Text(1), _random.Next(5), 5, _random.Next(2) == 0))]),
        8 => new Picture(new byte[_random.Next(1, 2000)], Text(_random.Next(1, 300))),
        9 => new Section(Text(_random.Next(200, 900))),
        _ => new Section(string.Join('\n', Many(_random.Next(1, 12), () => Text(_random.Next(1, 60))))),
    };

    private Menu Menu()
    {
        var count = _random.Next(1, 26);
        var most = _random.Next(1, count + 1);
        return new Menu(Action(), Text(3), [.. Enumerable.Range(0, count).Select(number => new MenuOption($"v{number}", Text(2)) { Detail = number % 3 == 0 ? Text(2) : "", IsSelected = number == 1 })], _random.Next(0, most + 1), most);
    }

    private ActionId Action() => new("test.act", $"{++_actions}");

    private static IEnumerable<T> Many<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make()).ToArray();

    private string Text(int words) => string.Join(_random.Next(5) == 0 ? ". " : " ", Many(words, Word));

    private string Word()
    {
        var word = $"w{_words.Count}x";
        _words.Add(word);
        var mark = Marks[_random.Next(Marks.Length)];
        return $"{mark}{Signs[_random.Next(Signs.Length)]}{word}{mark}";
    }
}
