using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>A post whose time has come, without its contents: thousands may come due in the same minute.</summary>
/// <param name="Id">The post.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="At">When it came due: its posting time, or its closing time while it is open.</param>
public readonly record struct DuePost(PostId Id, ChannelKey Channel, Instant At);
