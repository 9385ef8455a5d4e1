namespace MlaBot.Core.Services;

/// <summary>Orders of services that hang on no query.</summary>
internal static class ServiceOrder
{
    /// <summary>Each service's place when scores are equal: what can be had, what the exam names, a service before its features.</summary>
    public static int[] ForTies(IEnumerable<ServiceEntry> services) => Places(Current(services)
        .ThenBy(pair => pair.Item.Parent is null ? 0 : 1)
        .ThenBy(pair => pair.Item.Slug, StringComparer.Ordinal));

    /// <summary>Each service's place among what learners ask for: what is current and has most blueprint points comes first.</summary>
    public static int[] ByDemand(IEnumerable<ServiceEntry> services) => Places(Current(services)
        .ThenByDescending(pair => pair.Item.Blueprint.Count)
        .ThenBy(pair => pair.Item.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Item.Slug, StringComparer.Ordinal));

    private static IOrderedEnumerable<(int Index, ServiceEntry Item)> Current(IEnumerable<ServiceEntry> services) => services.Index()
        .OrderBy(pair => LookupWeights.Availability(pair.Item))
        .ThenBy(pair => LookupWeights.Place(pair.Item));

    private static int[] Places(IEnumerable<(int Index, ServiceEntry Item)> sorted)
    {
        (int Index, ServiceEntry Item)[] all = [.. sorted];
        var places = new int[all.Length];
        for (var place = 0; place < all.Length; place++)
        {
            places[all[place].Index] = place;
        }

        return places;
    }
}
