using NodaTime;
using NodaTime.Text;

namespace MlaBot.Core.Time;

/// <summary>Dates and days of the week as people write them.</summary>
public static class Days
{
    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("HH:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
    ];

    /// <summary>All seven days.</summary>
    public static IReadOnlySet<IsoDayOfWeek> EveryDay { get; } = Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).ToHashSet();

    /// <summary>Monday to Friday.</summary>
    public static IReadOnlySet<IsoDayOfWeek> Weekdays { get; } = Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day).ToHashSet();

    /// <summary>Saturday and Sunday.</summary>
    public static IReadOnlySet<IsoDayOfWeek> Weekend { get; } = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday };

    /// <summary>A date as <c>2026-11-21</c>.</summary>
    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A time as <c>09:00</c>.</summary>
    public static string Clock(LocalTime time) => Times[0].Format(time);

    /// <summary>Reads <c>2026-11-21</c>.</summary>
    public static Outcome<LocalDate> ParseDate(string text) => LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true, Value: var date }
        ? date
        : new Refusal("date", $"\"{Text.Printable(text, 40)}\" is not a date.", "Write it as year-month-day, such as 2026-12-24.");

    /// <summary>Reads <c>9:00</c> or <c>09:00</c> on a 24-hour clock.</summary>
    public static Outcome<LocalTime> ParseTime(string text) =>
        Times.Select(pattern => pattern.Parse(text.Trim())).FirstOrDefault(result => result.Success) is { } parsed
            ? parsed.Value
            : new Refusal("time", $"\"{Text.Printable(text, 40)}\" is not a time.", "Write it on a 24-hour clock, such as 09:00 or 18:30.");

    /// <summary>Reads <c>daily</c>, <c>weekdays</c>, <c>weekend</c>, <c>none</c> or names such as <c>mon,wed,fri</c>.</summary>
    public static Outcome<IReadOnlySet<IsoDayOfWeek>> ParseDays(string text)
    {
        switch (text.Trim().ToLowerInvariant())
        {
            case "" or "daily" or "every day" or "all":
                return new Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(EveryDay);
            case "weekdays":
                return new Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(Weekdays);
            case "weekend" or "weekends":
                return new Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(Weekend);
            case "none":
                return new Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(new HashSet<IsoDayOfWeek>());
        }

        var days = new HashSet<IsoDayOfWeek>();
        foreach (var word in text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var day = EveryDay.FirstOrDefault(each => word.Length >= 3 && each.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase));
            if (day == IsoDayOfWeek.None)
            {
                return new Refusal("days", $"\"{Text.Printable(word, 40)}\" is no day of the week.", "Write daily, weekdays, weekend, or names such as mon,wed,fri.");
            }

            days.Add(day);
        }

        return new Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(days);
    }

    /// <summary>Days as people say them: <c>daily</c>, <c>weekdays</c>, <c>Mon, Wed</c>.</summary>
    public static string Say(IReadOnlySet<IsoDayOfWeek> days) =>
        days.Count == 0 ? "none"
        : days.SetEquals(EveryDay) ? "daily"
        : days.SetEquals(Weekdays) ? "weekdays"
        : days.SetEquals(Weekend) ? "weekend"
        : string.Join(", ", days.Order().Select(day => day.ToString()[..3]));
}
