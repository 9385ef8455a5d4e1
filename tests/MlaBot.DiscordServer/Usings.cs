// ASP.NET Core has a class of this name too.
global using Route = MlaBot.DiscordServer.World.Route;
