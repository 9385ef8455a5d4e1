// The project is a host for `dotnet ef`, which needs one to run in.
Console.Error.WriteLine(
    "Run `dotnet ef migrations add NAME -p src/MlaBot.Storage -s src/MlaBot.Storage.DesignTime -o Database/Migrations`.");
return 2;
