using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Hosting;

public sealed class KeepingSecretsOutOfTheLog
{
    [Fact]
    public void A_key_is_struck_out_of_messages_values_and_exceptions()
    {
        const string key = "venice-key-1234567890";
        var line = new MessageTemplateParser().Parse("Called with {What} and " + key);
        var told = new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Error, new InvalidOperationException("Bearer " + key), line,
            [new LogEventProperty("What", new ScalarValue(key))]);
        using var console = new StringWriter();

        new Discreet(new MessageTemplateTextFormatter("{Message:lj}{NewLine}{Exception}"), [key]).Format(told, console);

        Assert.DoesNotContain(key, console.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, console.ToString().Split("[secret]").Length - 1);
    }

    [Fact]
    public void Too_short_a_secret_does_not_blacken_ordinary_words()
    {
        var told = new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, new MessageTemplateParser().Parse("The studio starts."), []);
        using var console = new StringWriter();
        new Discreet(new MessageTemplateTextFormatter("{Message:lj}"), ["studio"]).Format(told, console);
        Assert.Equal("The studio starts.", console.ToString());
    }
}
