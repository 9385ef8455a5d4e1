using System.Reflection;

namespace MlaBot.Testing;

/// <summary>Stands for a store or a service without content: lists are empty, nothing is found, every write is done.</summary>
public class EmptyStores : DispatchProxy
{
    private static readonly MethodInfo OfNothing = typeof(EmptyStores).GetMethod(nameof(Nothing), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Makes one.</summary>
    public static T Of<T>()
        where T : class => Create<T, EmptyStores>();

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.ReturnType switch
    {
        { IsGenericType: true } task when task.GetGenericTypeDefinition() == typeof(Task<>) => OfNothing.MakeGenericMethod(task.GenericTypeArguments[0]).Invoke(null, null),
        var task when task == typeof(Task) => Task.CompletedTask,
        _ => null,
    };

    private static Task<T?> Nothing<T>() => Task.FromResult(
        typeof(T) is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? (T?)(object)Array.CreateInstance(list.GenericTypeArguments[0], 0) : default);
}
