namespace MlaBot.Core.Services;

/// <summary>Words that learners use for one another when they describe a need.</summary>
internal static class Synonyms
{
    /// <summary>Abbreviations in common use and what they stand for.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Abbreviations { get; } =
    [
        ["sagemaker", "sm"],
        ["kubernetes", "k8s"],
        ["repository", "repo"],
        ["document", "doc"],
        ["database", "db"],
        ["configuration", "config"],
        ["hyperparameter", "hyperparam"],
        ["evaluation", "eval"],
        ["environment", "env"],
        ["authentication", "auth"],
        ["permission", "perm"],
        ["management", "mgmt"],
    ];

    /// <summary>Groups of words that mean nearly the same; every word stands for the others of its group.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups { get; } =
    [
        ["server", "serverless"],
        ["find", "detect", "discover", "identify", "spot", "locate"],
        ["label", "annotate", "tag"],
        ["image", "picture", "photo", "pic"],
        ["video", "movie", "footage"],
        ["cheap", "inexpensive", "affordable", "save"],
        ["bot", "chatbot", "assistant"],
        ["speech", "voice", "spoken", "audio"],
        ["permission", "access", "authorization", "privilege"],
        ["password", "credential", "secret"],
        ["alert", "notification", "notify", "alarm", "warn"],
        ["forecast", "predict", "inference"],
        ["search", "query", "lookup"],
        ["container", "docker"],
        ["premises", "onprem", "onpremise"],
        ["schedule", "cron", "timer"],
        ["move", "copy", "transfer", "migrate", "sync"],
        ["document", "pdf", "paper"],
        ["invoice", "receipt", "form"],
        ["bucket", "s3"],
        ["cost", "spend", "expense", "bill", "price", "money"],
        ["limit", "quota", "threshold"],
        ["recommend", "suggest"],
        ["anomaly", "outlier", "unusual", "abnormal"],
        ["bias", "fairness", "unfair"],
        ["explain", "interpret"],
        ["workflow", "pipeline", "orchestrate"],
        ["machine", "equipment", "device"],
        ["defect", "flaw", "fault"],
        ["customer", "user", "client"],
        ["encrypt", "cipher"],
        ["fast", "quick", "speed", "accelerate"],
        ["huge", "large", "big", "massive"],
        ["compile", "optimize"],
        ["feature", "variable", "column"],
        ["team", "group", "member"],
        ["audit", "track", "record", "log"],
        ["deploy", "release", "rollout", "host"],
        ["function", "code"],
        ["disk", "volume"],
        ["gpu", "accelerator"],
        ["realtime", "live", "instant", "online"],
        ["store", "save", "keep"],
        ["archive", "backup"],
        ["private", "isolate"],
        ["clean", "cleanse", "cleanup"],
        ["ingest", "load", "collect", "import"],
        ["test", "experiment", "trial"],
        ["version", "revision"],
        ["crowd", "workforce", "worker"],
        ["traffic", "request", "load"],
    ];
}
