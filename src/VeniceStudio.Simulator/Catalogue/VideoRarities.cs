namespace VeniceStudio.Simulator.Catalogue;

/// <summary>Models that stand for one unusual rule each.</summary>
internal static class VideoRarities
{
    private static readonly DateTimeOffset Past = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Far = new(2031, 1, 15, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<VideoModel> All() =>
    [
        // The shortest prompts, and a picture model that nevertheless asks for a ratio.
        new("gondola-gen4-text-to-video", "Gondola Gen-4", VideoKind.Text, Lists.Seconds(2, 10), 0.06m)
            { Ratios = Lists.Cinema, PromptLimit = 1000, AverageSeconds = 65, Sets = ["fast"] },
        new("gondola-gen4-turbo", "Gondola Gen-4 Turbo", VideoKind.Image, Lists.Seconds(2, 10), 0.05m)
            { Ratios = Lists.Six, PromptLimit = 1000, AverageSeconds = 60 },
        // From one picture to another.
        new("prisma-c1-transition", "Prisma C1 Transition", VideoKind.Transition, Lists.Of(3, 5, 8), 0.07m)
            { Ratios = Lists.Five, Resolutions = ["360p", "540p", "720p", "1080p"], Sound = VideoSound.Switchable, EndImage = true,
              AverageSeconds = 90 },
        new("prisma-c1-text-to-video", "Prisma C1", VideoKind.Text, Lists.Of(3, 5, 8, 10, 15), 0.06m)
            { Ratios = [.. Lists.Six, "3:2", "2:3"], Resolutions = ["360p", "540p", "720p", "1080p"], Sound = VideoSound.Switchable,
              AverageSeconds = 85 },
        new("flusso-3-first-last-frame", "Flusso 3 First and Last Frame", VideoKind.Image, Lists.Of(5, 10, 15, 20), 0.11m)
            { Ratios = Lists.Eight, Resolutions = ["720p", "1080p"], Sound = VideoSound.On, EndImage = true, Keyframes = true,
              AverageSeconds = 170 },
        // Private without a link; unusual line counts.
        new("longwave-text-to-video", "Longwave", VideoKind.Text, Lists.Of(5, 10, 15, 20, 30), 0.03m)
            { Ratios = Lists.Three, Resolutions = ["580p", "480p"], Private = true, AverageSeconds = 210, Sets = ["long_duration"] },
        new("brezza-image-to-video", "Brezza", VideoKind.Image, Lists.Of(5), 0.04m)
            { Sound = VideoSound.On, Private = true, BetaQuality = true, AverageSeconds = 70 },
        new("ponte-3-text-to-video", "Ponte 3", VideoKind.Text, Lists.Of(4, 6, 8), 0.2m)
            { Ratios = Lists.Cinema, Resolutions = ["720p", "1080p", "4k"], Sound = VideoSound.Switchable, AverageSeconds = 110,
              Sets = ["cinematic"] },
        new("tramonto-2-text-to-video", "Tramonto 2", VideoKind.Text, Lists.Seconds(6, 20, 2), 0.08m)
            { Ratios = Lists.Cinema, Resolutions = ["1080p", "1440p", "2160p"], Sound = VideoSound.Switchable, AverageSeconds = 100 },
        // Going away: one already answered by another model, one still itself, one gone for good.
        new("vela-1-text-to-video", "Vela 1", VideoKind.Text, Lists.Of(4, 6, 8), 0.15m)
            { Ratios = Lists.Cinema, Resolutions = ["720p", "1080p"], Sound = VideoSound.Switchable,
              Deprecation = new(true, Past, Far, "ponte-3-text-to-video") },
        new("vela-1-pro-text-to-video", "Vela 1 Pro", VideoKind.Text, Lists.Of(4, 8, 12), 0.3m)
            { Ratios = Lists.Cinema, Resolutions = ["720p", "1080p", "true_1080p"], Sound = VideoSound.On,
              Deprecation = new(false, null, Far, null), AverageSeconds = 200 },
        new("vela-0-text-to-video", "Vela 0", VideoKind.Text, Lists.Of(5), 0.1m)
            { Ratios = Lists.Cinema, Deprecation = new(false, null, Past, null) },
        // Listed, and yet not to be had by everybody.
        new("doge-preview-text-to-video", "Doge Preview", VideoKind.Text, Lists.Of(4, 8), 0.25m)
            { Ratios = Lists.Cinema, Resolutions = ["720p"], Sound = VideoSound.On, Beta = true },
        new("bora-text-to-video", "Bora", VideoKind.Text, Lists.Of(5, 10), 0.07m)
            { Ratios = Lists.Three, Resolutions = ["720p"], Offline = true },
        new("marea-text-to-video", "Marea", VideoKind.Text, Lists.Of(5, 10), 0.07m)
            { Ratios = Lists.Three, Resolutions = ["720p"], Sound = VideoSound.On, Regions = ["US"] },
        // No prompt, no resolution: a factor.
        new("canaletto-upscale", "Canaletto Upscale", VideoKind.Upscale, Lists.Auto, 0.025m)
            { VideoInput = true, PromptLimit = 0, AverageSeconds = 90 },
    ];
}
