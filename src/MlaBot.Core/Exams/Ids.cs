namespace MlaBot.Core.Exams;

/// <summary>An exam's code, such as <c>MLA-C01</c>.</summary>
/// <param name="Value">The code as AWS prints it.</param>
public readonly record struct ExamId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A domain's number within its exam, such as <c>1</c>.</summary>
/// <param name="Value">The number as text.</param>
public readonly record struct DomainId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A task statement's number, such as <c>1.2</c>.</summary>
/// <param name="Value">Domain, dot, task.</param>
public readonly record struct TaskId(string Value)
{
    /// <summary>The domain that the task belongs to.</summary>
    public DomainId Domain => new(Value.Split('.')[0]);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One knowledge or skill point of the blueprint, such as <c>1.2.k3</c> or <c>1.2.s1</c>.</summary>
/// <param name="Value">Domain, task, then <c>k</c> or <c>s</c> with its number.</param>
public readonly record struct BlueprintId(string Value)
{
    /// <summary>The task that the point belongs to.</summary>
    public TaskId Task => new(Value[..Value.LastIndexOf('.')]);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
