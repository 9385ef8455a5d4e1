using System.Text.Json.Nodes;
using MlaBot.Benchmarks.Processes;
using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.World;

namespace MlaBot.Benchmarks.Slack;

/// <summary>A bot in its own process and workspace, with a question that people can press and windows in which they look something up.</summary>
internal sealed class Contestant(SlackControl control, Workspace workspace, ChildProcess process, Message question) : IAsyncDisposable
{
    // What somebody types who looks for one service, key by key. Slack's client asks from the third letter on.
    private const string Words = "sagemaker model monitor";
    private const int Least = 3;

    private readonly List<(User Person, View Window, string Action)> _windows = [];
    private int _presses;

    public ChildProcess Process => process;

    public string Name => workspace.App.Name;

    /// <summary>The question as it was posted.</summary>
    public Message Question => question;

    /// <summary>The window of the first person who opened one, as the bot sent it.</summary>
    public JsonObject Window => _windows[0].Window.Content;

    /// <summary>Opens windows for some people.</summary>
    public async Task OpenWindowsAsync(int count)
    {
        foreach (var person in workspace.People[..count])
        {
            var window = await (await control.ShortcutAsync(person, workspace.App, "look_up")).ViewAsync();
            var field = window.Blocks.SelectMany(block => block?["elements"] is JsonArray elements ? elements : [block?["element"]])
                .Single(element => element?["type"]?.ToString() is "external_select");
            _windows.Add((person, window, field!["action_id"]!.ToString()));
        }
    }

    /// <summary>The first answer of the next person; done when its private answer is there.</summary>
    public async Task<Act> PressAsync()
    {
        var number = Interlocked.Increment(ref _presses) - 1;
        var act = await control.PressLabelAsync(workspace.People[number], question, "ABCD"[number % 4].ToString());
        await act.AnsweredAfter.WaitAsync(TimeSpan.FromSeconds(30));
        return act;
    }

    /// <summary>One more key in a field that suggests.</summary>
    public async Task<Act> TypeAsync(int number)
    {
        var (person, window, action) = _windows[number % _windows.Count];
        return (await control.SuggestAsync(person, window, action, Words[..(Least + (number % (Words.Length - Least + 1)))]))!;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
