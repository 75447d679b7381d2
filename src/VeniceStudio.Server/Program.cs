using VeniceStudio.Server.Hosting;

dotenv.net.DotEnv.Load(new dotenv.net.DotEnvOptions(ignoreExceptions: true, overwriteExistingVars: false));
switch (args.FirstOrDefault() ?? "serve")
{
    case "openapi":
        await Api.WriteDocumentAsync(Studio.Build(new StudioOptions(), TimeProvider.System), args[1]);
        return 0;
    case "serve":
        var app = Studio.Build(StudioOptions.Read(Environment.GetEnvironmentVariable), TimeProvider.System);
        await Studio.StartAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    default:
        Console.Error.WriteLine("The studio knows: serve, simulate, doctor, openapi.");
        return 2;
}
