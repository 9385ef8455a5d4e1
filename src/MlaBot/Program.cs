using MlaBot.Verbs;

return await RootVerb.InvokeAsync(args);
