using NodaTime;

namespace MlaBot.Core.Streaks;

/// <summary>First attempts by the day that they count for.</summary>
internal sealed class Attempts
{
    private readonly Dictionary<LocalDate, (int All, int Grace)> _byDay = [];

    public Attempts(IEnumerable<AnsweredDay> answered)
    {
        foreach (var day in answered)
        {
            var (all, grace) = _byDay.GetValueOrDefault(day.Day);
            _byDay[day.Day] = (all + day.Regular + day.Grace, grace + day.Grace);
        }
    }

    public HashSet<LocalDate> Days => [.. _byDay.Where(day => day.Value.All > 0).Select(day => day.Key)];

    public int Of(LocalDate day) => _byDay.GetValueOrDefault(day).All;

    /// <summary>Lets one attempt of the grace hours count for the day before, if there is one.</summary>
    public void Give(LocalDate day, LocalDate before)
    {
        var (all, grace) = _byDay[day];
        if (grace > 0)
        {
            _byDay[day] = (all - 1, grace - 1);
            _byDay[before] = (_byDay.GetValueOrDefault(before).All + 1, _byDay.GetValueOrDefault(before).Grace);
        }
    }
}
