using Microsoft.Extensions.Configuration;

namespace MlaBot.Composition;

/// <summary>Where settings come from: the program's <c>appsettings.json</c>, then the working folder's, then the environment.</summary>
internal static class BotConfiguration
{
    /// <summary>Reads all sources; later ones win.</summary>
    /// <exception cref="InvalidDataException">A file is not JSON; the message says where and what to do.</exception>
    public static IConfiguration Load()
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
                .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"{fault.Message} {fault.GetBaseException().Message} Mend the file, or remove it.", fault);
        }
    }
}
