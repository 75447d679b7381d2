using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Making;
using VeniceStudio.Simulator;

namespace VeniceStudio.Server.Hosting;

/// <summary>What the program can be asked for from a shell. Exit codes are those of sysexits.h, so that whoever starts it can tell them apart; analyze and make have their own.</summary>
internal static class Verbs
{
    private const int WrongUse = 64, WrongSettings = 78;

    /// <summary>Runs one verb to its end and returns the exit code; 0 means that all went well.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var verb = args.FirstOrDefault() ?? "serve";
        // Before all else: it needs no settings, and is meant to be quick.
        if (verb == "analyze") return await Analysis.RunAsync(args[1..], Console.OpenStandardInput, Console.Out, Console.Error, CancellationToken.None);
        // Read from the folder that the program is started in; what the environment already says goes first.
        dotenv.net.DotEnv.Load(new dotenv.net.DotEnvOptions(ignoreExceptions: true, overwriteExistingVars: false, envFilePaths: [".env"]));
        try
        {
            switch (verb)
            {
                case "serve": return await Serving.RunAsync(Settings());
                case "simulate": return await SimulatorHost.RunAsync(SimulateArguments.Read(args[1..]), CancellationToken.None);
                case "make": return await Make.RunAsync(args[1..], Settings);
                case "doctor": return await Doctor.RunAsync(Settings, TimeProvider.System, Console.Out);
                case "password" when args is [_, var email]: return await PasswordReset.RunAsync(Settings(), email, TimeProvider.System, Console.Out, Console.Error);
                case "health": return await HealthProbe.RunAsync(Settings());
                case "openapi" when args is [_, var file]:
                    await using (var app = Studio.Build(new StudioOptions(), TimeProvider.System)) await Api.WriteDocumentAsync(app, file);
                    return 0;
                default:
                    await Console.Error.WriteLineAsync("The studio knows: serve, simulate [--port N --speed N --state FOLDER --host H], analyze SONG [--json], make SONG --theme … -o FILM.mp4, doctor, password EMAIL, health, openapi FILE.");
                    return WrongUse;
            }
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return verb == "simulate" ? WrongUse : WrongSettings;
        }
    }

    private static StudioOptions Settings() => StudioOptions.Read(Environment.GetEnvironmentVariable);
}
