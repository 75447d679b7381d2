using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace VeniceStudio.Server.Hosting;

/// <summary>Writes the log to the console, quietly: what the studio did, what went wrong. LOG_LEVEL says how much.</summary>
internal static class StudioLog
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddStudioLog(this WebApplicationBuilder builder, StudioOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(Create(options), dispose: true);
        builder.Services.Configure<LoggerFilterOptions>(filter => filter.MinLevel = LogLevel.Trace);   // Serilog decides
    }

    private static Logger Create(StudioOptions options)
    {
        var secrets = new[] { options.VeniceKey, options.OwnerPassword, options.DatabaseUrl, options.S3?.SecretAccessKey }.OfType<string>();
        var level = Enum.TryParse<LogEventLevel>(options.LogLevel, ignoreCase: true, out var asked) ? asked : LogEventLevel.Information;
        // The framework's own lines are for debugging it; the HTTP client's name addresses that only their holder may know.
        var framework = AtLeast(level < LogEventLevel.Information ? LogEventLevel.Information : LogEventLevel.Warning);
        return new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", framework)
            .MinimumLevel.Override("System", framework)
            .MinimumLevel.Override("System.Net.Http", AtLeast(LogEventLevel.Warning))
            .MinimumLevel.Override("Yarp", AtLeast(LogEventLevel.Warning))
            // A write without its token is answered in words; it is no news of ours.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", AtLeast(LogEventLevel.Error))
            // An unencrypted key ring is meant: it lies in the studio's own database, beside everything that it protects.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", AtLeast(LogEventLevel.Error))
            // Failures tells what broke once, with the path; the framework would tell it again.
            .MinimumLevel.Override("Microsoft.AspNetCore.Server.Kestrel", AtLeast(LogEventLevel.Error))
            // A start that fails is told in a sentence (StartFailure) or thrown whole; the host's own stack trace would only hide that.
            .Filter.ByExcluding(line => line.MessageTemplate.Text == "Hosting failed to start")
            .WriteTo.Console(
                new Discreet(new MessageTemplateTextFormatter(Line), secrets), standardErrorFromLevel: options.LogToErrors ? LogEventLevel.Verbose : null)
            .CreateLogger();

        LogEventLevel AtLeast(LogEventLevel quiet) => level > quiet ? level : quiet;
    }
}
