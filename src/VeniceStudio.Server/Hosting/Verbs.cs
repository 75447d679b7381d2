using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Making;
using VeniceStudio.Simulator;

namespace VeniceStudio.Server.Hosting;

/// <summary>What the program can be asked for from a shell. Exit codes are those of sysexits.h, so that whoever starts it can tell them apart; analyze and make have their own.</summary>
internal static class Verbs
{
    private const int WrongUse = 64, WrongSettings = 78;

    private const string Usage =
        $"""
        The studio knows:

          serve                         the studio itself; its settings are those of .env.example
          simulate [--port N] [--speed N] [--state FOLDER] [--host H]
                                        the Venice simulator alone
          analyze SONG [--json]         hears a song; - reads standard input
          make SONG …                   the whole path from a song to a finished film:
                                        {MakeOrder.Usage}
          doctor                        checks tools, settings, disk, database, key and balance
          password EMAIL                a new password for somebody who forgot theirs
          health                        whether the studio that runs here is well
          openapi FILE                  writes the document of the API
        """;

    /// <summary>Runs one verb to its end and returns the exit code; 0 means that all went well.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var verb = args.FirstOrDefault() ?? "serve";
        if (verb == "help" || args.Any(word => word is "--help" or "-h"))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }
        // Before all else: it needs no settings, and is meant to be quick.
        if (verb == "analyze") return await Analysis.RunAsync(args[1..], Console.OpenStandardInput, output, Console.Error, CancellationToken.None);
        // Read from the folder that the program is started in; what the environment already says goes first.
        dotenv.net.DotEnv.Load(new dotenv.net.DotEnvOptions(ignoreExceptions: true, overwriteExistingVars: false, envFilePaths: [".env"]));
        try
        {
            switch (verb)
            {
                case "serve": return await Serving.RunAsync(Settings());
                case "simulate": return await SimulatorHost.RunAsync(SimulateArguments.Read(args[1..]), CancellationToken.None);
                case "make": return await Make.RunAsync(args[1..], Settings);
                case "doctor": return await Doctor.RunAsync(Settings, TimeProvider.System, output);
                case "password" when args is [_, var email]: return await PasswordReset.RunAsync(Settings(), email, TimeProvider.System, output, Console.Error);
                case "health": return await HealthProbe.RunAsync(Settings());
                case "openapi" when args is [_, var file]:
                    await using (var app = Studio.Build(new StudioOptions(), TimeProvider.System)) await Api.WriteDocumentAsync(app, file);
                    return 0;
                default:
                    await Console.Error.WriteLineAsync(Usage);
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
