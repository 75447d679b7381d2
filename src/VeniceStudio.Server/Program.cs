using VeniceStudio.Server.Hosting;

return await Verbs.RunAsync(args, Console.Out);
