using MlaBot.Core;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Platform;

/// <summary>Counts what each person asks for, so that one who hammers a button costs nobody else anything.</summary>
/// <remarks>Windows follow each other and are the same for all people: at the end of one, everything is forgotten.</remarks>
public sealed class PersonPace(TimeProvider clock)
{
    /// <summary>What one person may ask for in a window. Three a second for ten seconds is more than reading allows.</summary>
    public const int Most = 30;

    /// <summary>The length of a window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>What a person is told once.</summary>
    public static Refusal TooFast { get; } = new(
        "too-fast", "That was faster than I can follow, so this one was not carried out; what you did before stands.", "Wait ten seconds and press once more.");

    private readonly Lock _gate = new();
    private readonly Dictionary<LearnerKey, int> _asked = [];
    private long _began = clock.GetTimestamp();

    /// <summary>Counts one more act of a person.</summary>
    public Pace Count(LearnerKey person)
    {
        lock (_gate)
        {
            if (clock.GetElapsedTime(_began) >= Window)
            {
                _asked.Clear();
                _began = clock.GetTimestamp();
            }

            var asked = _asked[person] = _asked.GetValueOrDefault(person) + 1;
            return asked <= Most ? Pace.Fine : asked == Most + 1 ? Pace.TooFast : Pace.StillTooFast;
        }
    }
}

/// <summary>How fast a person asks.</summary>
public enum Pace
{
    /// <summary>As people do.</summary>
    Fine,

    /// <summary>Too fast for the first time in this window.</summary>
    TooFast,

    /// <summary>Too fast again; the person was told.</summary>
    StillTooFast,
}
