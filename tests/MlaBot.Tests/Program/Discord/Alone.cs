namespace MlaBot.Tests.Program.Discord;

/// <summary>For tests that measure time or memory, or keep both cores busy: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
