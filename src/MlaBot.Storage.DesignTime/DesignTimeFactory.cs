using Microsoft.EntityFrameworkCore.Design;
using MlaBot.Storage.Database;

namespace MlaBot.Storage.DesignTime;

/// <summary>Gives <c>dotnet ef</c> the model.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<MlaBotContext>
{
    public MlaBotContext CreateDbContext(string[] args) => new(SqliteFile.DesignOptions());
}
