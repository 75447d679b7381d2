namespace VeniceStudio.Simulator.Catalogue;

/// <summary>The simulated video catalogue. Families are invented; each stands for a way in which real models differ.</summary>
internal static class VideoModels
{
    public static IReadOnlyList<VideoModel> All { get; } = [.. Lagoon(), .. Murano(), .. Aperol(), .. Corvo(), .. Regata(),
        .. VideoRarities.All()];

    // No resolution at all; pictures bring their own ratio; the reference ids take elements and scenes.
    private static IEnumerable<VideoModel> Lagoon() =>
    [
        new("lagoon-2-text-to-video", "Lagoon 2", VideoKind.Text, Lists.Of(5, 10), 0.05m)
            { Ratios = Lists.Three, AverageSeconds = 75, Sets = ["venice_recommendations", "fast"] },
        new("lagoon-2-image-to-video", "Lagoon 2", VideoKind.Image, Lists.Of(5, 10), 0.05m)
            { AverageSeconds = 80, EndImage = true, Sets = ["fast"] },
        new("lagoon-2-6-pro-text-to-video", "Lagoon 2.6 Pro", VideoKind.Text, Lists.Of(5, 10), 0.08m)
            { Ratios = Lists.Three, Sound = VideoSound.Switchable, AverageSeconds = 130, Sets = ["cinematic"] },
        new("lagoon-2-6-pro-image-to-video", "Lagoon 2.6 Pro", VideoKind.Image, Lists.Of(5, 10), 0.08m)
            { Sound = VideoSound.Switchable, EndImage = true, AverageSeconds = 130, ShortSide = 300, NarrowestImage = 0.4,
              WidestImage = 2.5 },
        new("lagoon-o3-standard-text-to-video", "Lagoon O3 Standard", VideoKind.Text, Lists.Seconds(3, 15), 0.112m)
            { Ratios = Lists.Three, Sound = VideoSound.Switchable, AverageSeconds = 200 },
        new("lagoon-o3-standard-reference-to-video", "Lagoon O3 Reference", VideoKind.Reference, Lists.Seconds(3, 15), 0.112m)
            { Ratios = Lists.Three, Sound = VideoSound.Switchable, Elements = true, EndImage = true, References = 4, AverageSeconds = 240,
              ShortSide = 300 },
        new("lagoon-o3-4k-reference-to-video", "Lagoon O3 4K Reference", VideoKind.Reference, Lists.Seconds(3, 15), 0.28m)
            { Sound = VideoSound.Switchable, Elements = true, References = 4, AverageSeconds = 240, Sets = ["cinematic"] },
    ];

    // Reads a song (audio_url); one id per speaker's voice, one for a whole film.
    private static IEnumerable<VideoModel> Murano()
    {
        string[] lines = ["1080p", "720p"];
        return
        [
            new("murano-3-text-to-video", "Murano 3", VideoKind.Text, Lists.Of(5, 10, 15), 0.1m)
                { Ratios = Lists.Three, Resolutions = lines, Sound = VideoSound.Switchable, AudioInput = true, AverageSeconds = 150,
                  Sets = ["venice_recommendations"] },
            new("murano-3-image-to-video", "Murano 3", VideoKind.Image, Lists.Of(5, 10, 15), 0.1m)
                { Resolutions = lines, Sound = VideoSound.Switchable, AudioInput = true, AverageSeconds = 150, ShortSide = 256,
                  Sets = ["venice_recommendations"] },
            new("murano-3-enhanced-text-to-video", "Murano 3 Enhanced", VideoKind.Text, Lists.Of(5, 10, 15), 0.12m)
                { Ratios = Lists.Three, Resolutions = lines, Sound = VideoSound.On, Uncensored = true, AverageSeconds = 160 },
            new("murano-3-reference-to-video", "Murano 3 Voices", VideoKind.Reference, Lists.Of(5, 10, 15), 0.11m)
                { Resolutions = lines, Sound = VideoSound.On, PerReferenceAudio = true, References = 5, AverageSeconds = 170 },
            new("murano-3-video-to-video", "Murano 3 Restyle", VideoKind.Film, Lists.Auto, 0.11m)
                { Resolutions = lines, VideoInput = true, AverageSeconds = 180 },
        ];
    }

    // Resolutions in letters of their own, sound always on, long prompts.
    private static IEnumerable<VideoModel> Aperol()
    {
        string[] lines = ["768P", "2K"];
        return
        [
            new("aperol-h3-text-to-video", "Aperol H3", VideoKind.Text, Lists.Seconds(5, 15), 0.09m)
                { Ratios = Lists.Six, Resolutions = lines, Sound = VideoSound.On, PromptLimit = 7000, AverageSeconds = 140 },
            new("aperol-h3-image-to-video", "Aperol H3", VideoKind.Image, Lists.Seconds(5, 15), 0.09m)
                { Resolutions = lines, Sound = VideoSound.On, PromptLimit = 7000, AverageSeconds = 140 },
            new("aperol-h3-reference-to-video", "Aperol H3 Reference", VideoKind.Reference, Lists.Seconds(5, 15), 0.1m)
                { Ratios = Lists.Six, Resolutions = lines, Sound = VideoSound.On, AudioInput = true, References = 9, PromptLimit = 7000,
                  AverageSeconds = 190, ShortSide = 400, NarrowestImage = 0.4, WidestImage = 2.5 },
        ];
    }

    // Private: the file comes from a link that only the queue answer tells.
    private static IEnumerable<VideoModel> Corvo()
    {
        string[] lines = ["480p", "720p"];
        return
        [
            new("corvo-text-to-video-private", "Corvo (private)", VideoKind.Text, Lists.Seconds(1, 15), 0.088m)
                { Ratios = Lists.Seven, Resolutions = lines, Sound = VideoSound.On, Private = true, Delivers = true, PromptLimit = 4096,
                  AverageSeconds = 60 },
            new("corvo-image-to-video-private", "Corvo (private)", VideoKind.Image, Lists.Seconds(1, 15), 0.088m)
                { Resolutions = lines, Sound = VideoSound.On, Private = true, Delivers = true, PromptLimit = 4096, AverageSeconds = 60 },
            new("corvo-reference-to-video-private", "Corvo Reference (private)", VideoKind.Reference, Lists.Seconds(1, 10), 0.088m)
                { Ratios = Lists.Seven, Resolutions = lines, Private = true, Delivers = true, References = 7, PromptLimit = 4096,
                  AverageSeconds = 70 },
            new("corvo-video-to-video-private", "Corvo Restyle (private)", VideoKind.Film, Lists.Of(5, 10, 15), 0.095m)
                { Resolutions = lines, Sound = VideoSound.On, VideoInput = true, Private = true, Delivers = true, PromptLimit = 4096,
                  AverageSeconds = 70 },
        ];
    }

    // Faces need consent; long clips, very long prompts, references of every kind.
    private static IEnumerable<VideoModel> Regata()
    {
        string[] lines = ["1080p", "720p", "480p"];
        return
        [
            new("regata-2-5-text-to-video", "Regata 2.5", VideoKind.Text, Lists.Seconds(4, 30), 0.12m)
                { Ratios = Lists.Six, Resolutions = lines, Sound = VideoSound.Switchable, PromptLimit = 15000, BitrateMode = true,
                  AverageSeconds = 180, Sets = ["long_duration"] },
            new("regata-2-5-image-to-video", "Regata 2.5", VideoKind.Image, Lists.Seconds(4, 30), 0.12m)
                { Resolutions = lines, Sound = VideoSound.Switchable, PromptLimit = 15000, BitrateMode = true, EndImage = true,
                  NeedsConsent = true, AverageSeconds = 180, ShortSide = 300, NarrowestImage = 0.4, WidestImage = 2.5 },
            new("regata-2-5-reference-to-video", "Regata 2.5 Reference", VideoKind.Reference, [.. Lists.Seconds(4, 30), "-1"], 0.13m)
                { Ratios = [.. Lists.Six, "adaptive"], Resolutions = lines, Sound = VideoSound.Switchable, PromptLimit = 15000,
                  BitrateMode = true, References = 30, ReferenceMedia = true, AudioInput = true, NeedsConsent = true,
                  AverageSeconds = 220, ShortSide = 300, NarrowestImage = 0.4, WidestImage = 2.5 },
            new("regata-2-0-text-to-video", "Regata 2.0", VideoKind.Text, Lists.Seconds(4, 15), 0.1m)
                { Ratios = Lists.Six, Resolutions = ["4k", .. lines], Sound = VideoSound.Switchable, PromptLimit = 10000,
                  BitrateMode = true, AverageSeconds = 160 },
        ];
    }
}
