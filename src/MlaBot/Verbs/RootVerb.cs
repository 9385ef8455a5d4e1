using System.CommandLine;

namespace MlaBot.Verbs;

/// <summary>The program's verbs. Exit codes: 0 good, 1 found problems, 2 bad usage.</summary>
internal static class RootVerb
{
    // Containers are given 10 s to end: what is under way is finished and answered in that time. The library's own limit of 2 s would cut it
    // off, and report a failure to whoever watches the program.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(9);

    /// <summary>Runs the verb that the arguments name; without one, the bot.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        var exit = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToEnd });
        return parsed.Errors.Count > 0 ? 2 : exit;
    }

    private static RootCommand Create()
    {
        var run = RunVerb.Create();
        var root = new RootCommand("MlaBot: the study bot for the AWS Certified Machine Learning Engineer - Associate exam. Without a verb it runs the bot.")
        {
            run,
            ContentVerb.Create(),
            DoctorVerb.Create(),
            HealthVerb.Create(),
            BackupVerb.Create(),
            LookupVerb.Create(),
            InviteVerb.Create(),
            ManifestVerb.Create(),
        };
        root.Action = run.Action;
        return root;
    }
}
