using Microsoft.Extensions.Configuration;

namespace MlaBot.Composition;

/// <summary>Where settings come from: the program's <c>appsettings.json</c>, then the working folder's, then the environment.</summary>
internal static class BotConfiguration
{
    /// <summary>Reads all sources; later ones win.</summary>
    /// <exception cref="InvalidDataException">A file is not JSON.</exception>
    public static IConfiguration Load() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .Build();
}
