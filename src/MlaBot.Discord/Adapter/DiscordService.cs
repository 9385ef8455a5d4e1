using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Adapter;

/// <summary>Runs the adapter: who am I, then the gateway until the program ends, and the commands beside it.</summary>
internal sealed partial class DiscordService(
    IDiscordApi api,
    GatewayClient gateway,
    DiscordInbox inbox,
    GuildList guilds,
    GuildWatcher watcher,
    Greeter greeter,
    CommandRegistrar registrar,
    FatalFault fatal,
    TimeProvider clock,
    ILogger<DiscordService> logger) : BackgroundService
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1)];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var watching = Task.WhenAll(watcher.RunAsync(ending.Token), greeter.RunAsync(ending.Token));
        var registering = Task.CompletedTask;
        try
        {
            var application = await IntroduceAsync(stoppingToken);
            registering = RegisterAsync(application, ending.Token);
            await gateway.RunAsync(application, stoppingToken);
        }
        catch (GatewayFatalException refused)
        {
            fatal.Report(refused.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
        finally
        {
            await inbox.StopAsync(TimeSpan.FromSeconds(3));
            await ending.CancelAsync();
            await Task.WhenAny(Task.WhenAll(watching, registering));
        }
    }

    /// <summary>Learns who the bot is.</summary>
    /// <returns>The application's id.</returns>
    private async Task<string> IntroduceAsync(CancellationToken cancellationToken)
    {
        var application = await PersistAsync(api.ApplicationAsync, cancellationToken);
        var self = await PersistAsync(api.SelfAsync, cancellationToken);
        guilds.Introduce(new Identity(self.Id, application.Id));
        Log.Introduced(logger, self.Username, self.Id);
        if (!string.IsNullOrEmpty(application.InteractionsEndpointUrl))
        {
            Log.EndpointSet(logger);
        }

        return application.Id;
    }

    /// <summary>Registers the commands; presses and older commands are answered meanwhile, however long Discord takes.</summary>
    private async Task RegisterAsync(string application, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await registrar.RegisterAsync(application, cancellationToken);
                return;
            }
            catch (Exception refused) when (refused is DiscordApiException { IsTransient: false } or IOException or UnauthorizedAccessException)
            {
                // The next start tries again.
                Log.NotRegistered(logger, refused.Message);
                return;
            }
            catch (DiscordApiException fault)
            {
                var wait = WaitAfter(fault, attempt);
                Log.RegistersLater(logger, fault.Message, wait.TotalSeconds);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    /// <summary>Asks until Discord answers; a refusal that waiting cannot mend ends the program with a sentence.</summary>
    private async Task<T> PersistAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await ask(cancellationToken);
            }
            catch (DiscordApiException refused) when (refused.Status == HttpStatusCode.Unauthorized)
            {
                throw new GatewayFatalException(Failures.UnknownToken);
            }
            catch (DiscordApiException refused) when (!refused.IsTransient)
            {
                throw new GatewayFatalException($"Discord refuses the bot: {refused.Message}");
            }
            catch (DiscordApiException fault)
            {
                var wait = WaitAfter(fault, attempt);
                Log.Unreachable(logger, fault.Message, wait.TotalSeconds);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private static TimeSpan WaitAfter(DiscordApiException fault, int attempt) => fault.RetryAfter ?? Waits[Math.Min(attempt, Waits.Length - 1)];

    private static partial class Log
    {
        [LoggerMessage(301, LogLevel.Information, "Discord knows me as {Name} ({Id})")]
        public static partial void Introduced(ILogger logger, string name, string id);

        [LoggerMessage(302, LogLevel.Warning, "An Interactions Endpoint URL is set in the Developer Portal, so no command and no press will come here. Remove it under General Information.")]
        public static partial void EndpointSet(ILogger logger);

        [LoggerMessage(303, LogLevel.Error, "The commands could not be registered; older ones go on working: {Reason}")]
        public static partial void NotRegistered(ILogger logger, string reason);

        [LoggerMessage(305, LogLevel.Warning, "The commands could not be registered yet; trying again in {Seconds} s: {Reason}")]
        public static partial void RegistersLater(ILogger logger, string reason, double seconds);

        [LoggerMessage(304, LogLevel.Warning, "Discord cannot be reached: {Reason} Trying again in {Seconds} s")]
        public static partial void Unreachable(ILogger logger, string reason, double seconds);
    }
}
