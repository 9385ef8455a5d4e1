using System.Text.Json;
using System.Text.Json.Serialization;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup.Wizard;

/// <summary>What an admin has chosen so far.</summary>
internal sealed record SetupDraft
{
    /// <summary>Tells this set-up from an earlier one of the same admin, whose message may still be there.</summary>
    public required string Stamp { get; init; }

    /// <summary>The platform's id of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Its display name; its id when the platform did not say it.</summary>
    public required string ChannelName { get; init; }

    public required string Exam { get; init; }

    /// <summary>IANA zone.</summary>
    public required string Zone { get; init; }

    /// <summary>When the first question of a day comes, such as <c>09:00</c>.</summary>
    public required string Time { get; init; }

    public FeedbackMode Feedback { get; init; }

    public required int OpenMinutes { get; init; }

    public bool OpensThread { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>The platform's id of the role; empty for none.</summary>
    public string MentionRole { get; init; } = "";

    /// <summary>The role's name; empty when the platform did not say it.</summary>
    public string MentionName { get; init; } = "";

    [JsonIgnore]
    public PostingStyle Style => new(OpensThread, IsSilent, MentionRole);

    [JsonIgnore]
    public Duration OpenFor => Duration.FromMinutes(OpenMinutes);

    [JsonIgnore]
    public LocalTime FirstTime => Days.ParseTime(Time) is Outcome<LocalTime>.Ok(var time) ? time : SetUpChannel.FirstTime;

    /// <summary>Takes over what a channel has already.</summary>
    public SetupDraft Of(Channel channel) => this with
    {
        Exam = channel.Exam.Value,
        Zone = channel.Zone,
        Feedback = channel.Feedback,
        OpenMinutes = (int)channel.OpenFor.TotalMinutes,
        OpensThread = channel.Posting.OpensThread,
        IsSilent = channel.Posting.IsSilent,
        MentionRole = channel.Posting.MentionRole,
        MentionName = "",
    };

    /// <summary>The same as a request to the engine.</summary>
    public ChannelWishes ToWishes(GroupKey group, string admin) =>
        new(new ChannelKey(group, Channel), ChannelName, Zone, new ExamId(Exam), FirstTime, Feedback, OpenFor) { Posting = _ => Style, SetUpBy = admin };

    public string ToText() => JsonSerializer.Serialize(this, SetupDraftJson.Default.SetupDraft);

    /// <summary>Reads a stored draft; null when there is none, or when it is of an older version of the program.</summary>
    public static SetupDraft? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, SetupDraftJson.Default.SetupDraft);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(SetupDraft))]
internal sealed partial class SetupDraftJson : JsonSerializerContext;
