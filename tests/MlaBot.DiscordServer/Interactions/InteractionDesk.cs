using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Interactions;

/// <summary>Opens interactions and lets them fail after 3 s.</summary>
internal sealed class InteractionDesk(DiscordWorld world, FaultPlan faults)
{
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>Sends an interaction. Call it under the world's lock.</summary>
    public Interaction Open(Bot bot, User user, Channel channel, int type, JsonObject data, Message? source)
    {
        // The shape of a real token: long, and only of characters that go into a path.
        var token = "aW50ZXJhY3Rpb246" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(70));
        var interaction = new Interaction(world.Ids.Next(), token, type, bot, user, channel)
        {
            Data = data,
            Source = source,
            SentAt = world.Clock.GetTimestamp(),
            At = world.Clock.GetUtcNow(),
        };
        world.Interactions[token] = interaction;
        interaction.Timer = world.Clock.CreateTimer(_ => Fail(interaction), null, AnswerTime, Timeout.InfiniteTimeSpan);
        if (bot.InteractionsEndpointUrl is null)
        {
            Dispatch(interaction, faults.OnTheWay?.Invoke() ?? TimeSpan.Zero);
        }

        return interaction;
    }

    public static void Complete(DiscordWorld world, Interaction interaction, FirstResponse response)
    {
        interaction.Timer?.Dispose();
        interaction.Completion.TrySetResult(response);
        world.Changed();
    }

    public bool IsLate(Interaction interaction) => world.Clock.GetElapsedTime(interaction.SentAt) > AnswerTime;

    public bool IsOver(Interaction interaction) => world.Clock.GetElapsedTime(interaction.SentAt) > TokenLife;

    private void Dispatch(Interaction interaction, TimeSpan wait)
    {
        var (guild, application, json) = (interaction.Channel.Guild?.Id ?? 0, interaction.Bot.ApplicationId.ToString(), InteractionJson.Of(interaction));
        if (wait <= TimeSpan.Zero)
        {
            world.Feed.Dispatch(guild, "INTERACTION_CREATE", json, application);
            return;
        }

        interaction.Travel = world.Clock.CreateTimer(
            _ =>
            {
                lock (world.Gate)
                {
                    world.Feed.Dispatch(guild, "INTERACTION_CREATE", json, application);
                }
            },
            null, wait, Timeout.InfiniteTimeSpan);
    }

    private void Fail(Interaction interaction)
    {
        lock (world.Gate)
        {
            if (interaction.AnsweredWith is null)
            {
                Complete(world, interaction, new(0, world.Clock.GetElapsedTime(interaction.SentAt)));
            }
        }
    }
}
