using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core;
using MlaBot.LocalChat;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Tests.LocalChat;

public sealed class TimeJumpTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Now = New.Instant("2026-03-28T08:00:10Z");

    [Theory]
    [InlineData("+30m", "2026-03-28T08:30:10Z")]
    [InlineData("+3h", "2026-03-28T11:00:10Z")]
    [InlineData("+1d", "2026-03-29T07:00:10Z")]
    [InlineData("+1D2H3M", "2026-03-29T09:03:10Z")]
    [InlineData("2026-03-30T09:00", "2026-03-30T07:00:00Z")]
    [InlineData("2026-03-30 09:00", "2026-03-30T07:00:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:00:00Z")]
    public void Steps_and_wall_times_are_read_in_the_zone_of_the_channel(string typed, string target) =>
        TimeJump.Read(typed, Now, Berlin).ShouldBeOk().ShouldBe(New.Instant(target));

    [Theory]
    [InlineData("-1h", "time-back")]
    [InlineData("2026-03-28T08:59", "time-back")]
    [InlineData("-9998-01-01T00:00", "time-back")]
    [InlineData("+401d", "time-far")]
    [InlineData("+999999h", "time-far")]
    [InlineData("9999-12-31T23:59", "time-far")]
    [InlineData("+", "time-form")]
    [InlineData("tomorrow", "time-form")]
    [InlineData("09:00", "time-form")]
    public void What_cannot_be_reached_is_refused(string typed, string code) => TimeJump.Read(typed, Now, Berlin).ShouldBeRefused(code);

    [Fact]
    public void Whatever_is_typed_the_clock_never_goes_back()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.ArbFor<string>().Generator.Where(text => text is not null),
            Gen.Choose(0, 99_999).Select(number => $"+{number}d"),
            Gen.Choose(0, 9999).Select(year => $"{year:0000}-06-30T12:00"));
        Prop.ForAll(texts.ToArbitrary(), text =>
            TimeJump.Read(text, Now, Berlin) is not Outcome<Instant>.Ok(var target) || (target >= Now && target - Now <= Duration.FromDays(TimeJump.MostDays)))
            .QuickCheckThrowOnFailure();
    }
}
