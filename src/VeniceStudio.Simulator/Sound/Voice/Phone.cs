namespace VeniceStudio.Simulator.Sound.Voice;

/// <summary>How a phone is made.</summary>
internal enum Manner { Vowel, Nasal, Glide, Hiss, VoicedHiss, Stop, VoicedStop, Breath }

/// <summary>One sound of speech. Formants in hertz, of a low voice; lengths in seconds at an easy pace.</summary>
/// <param name="Name">As the letter rules write it.</param>
/// <param name="Manner">How it is made.</param>
/// <param name="F1">First resonance.</param>
/// <param name="F2">Second resonance.</param>
/// <param name="F3">Third resonance.</param>
/// <param name="Seconds">Its usual length.</param>
/// <param name="Noise">Centre of its hiss or burst; 0 for none.</param>
/// <param name="Force">Loudness of that noise.</param>
/// <param name="ToF1">Where the first resonance glides to, in a diphthong.</param>
/// <param name="ToF2">Where the second glides to.</param>
internal sealed record Phone(string Name, Manner Manner, double F1, double F2, double F3, double Seconds, double Noise = 0, double Force = 0,
    double ToF1 = 0, double ToF2 = 0)
{
    public bool IsVowel => Manner is Manner.Vowel;

    public bool IsVoiced => Manner is not (Manner.Hiss or Manner.Stop or Manner.Breath);

    /// <summary>Every phone, by name.</summary>
    public static IReadOnlyDictionary<string, Phone> All { get; } = new Phone[]
    {
        new("AA", Manner.Vowel, 730, 1090, 2440, 0.13), new("AE", Manner.Vowel, 660, 1720, 2410, 0.13),
        new("AH", Manner.Vowel, 640, 1190, 2390, 0.10), new("AO", Manner.Vowel, 570, 840, 2410, 0.13),
        new("EH", Manner.Vowel, 530, 1840, 2480, 0.11), new("ER", Manner.Vowel, 490, 1350, 1690, 0.13),
        new("IH", Manner.Vowel, 390, 1990, 2550, 0.09), new("IY", Manner.Vowel, 270, 2290, 3010, 0.12),
        new("UH", Manner.Vowel, 440, 1020, 2240, 0.10), new("UW", Manner.Vowel, 300, 870, 2240, 0.13),
        new("AX", Manner.Vowel, 500, 1450, 2450, 0.07),
        new("AY", Manner.Vowel, 730, 1100, 2450, 0.17, ToF1: 330, ToF2: 2150), new("EY", Manner.Vowel, 500, 1900, 2550, 0.15, ToF1: 310, ToF2: 2250),
        new("OW", Manner.Vowel, 540, 930, 2400, 0.15, ToF1: 340, ToF2: 820), new("AW", Manner.Vowel, 740, 1250, 2450, 0.17, ToF1: 370, ToF2: 900),
        new("OY", Manner.Vowel, 560, 850, 2400, 0.18, ToF1: 340, ToF2: 2050),

        new("M", Manner.Nasal, 270, 950, 2200, 0.075), new("N", Manner.Nasal, 280, 1650, 2600, 0.07), new("NG", Manner.Nasal, 280, 2150, 2700, 0.08),
        new("L", Manner.Glide, 360, 1100, 2650, 0.07), new("R", Manner.Glide, 340, 1120, 1550, 0.07),
        new("W", Manner.Glide, 300, 680, 2200, 0.07), new("Y", Manner.Glide, 270, 2250, 3000, 0.06),
        new("S", Manner.Hiss, 320, 1500, 2550, 0.11, 6300, 0.5), new("SH", Manner.Hiss, 320, 1750, 2550, 0.11, 3100, 0.55),
        new("F", Manner.Hiss, 320, 1150, 2300, 0.09, 7200, 0.16), new("TH", Manner.Hiss, 320, 1350, 2550, 0.09, 7600, 0.13),
        new("Z", Manner.VoicedHiss, 290, 1500, 2550, 0.08, 6200, 0.26), new("ZH", Manner.VoicedHiss, 290, 1750, 2550, 0.08, 3000, 0.26),
        new("V", Manner.VoicedHiss, 290, 1100, 2250, 0.06, 6800, 0.08), new("DH", Manner.VoicedHiss, 300, 1350, 2500, 0.05, 7000, 0.06),
        new("HH", Manner.Breath, 500, 1500, 2500, 0.06, 1700, 0.22),
        new("P", Manner.Stop, 300, 900, 2300, 0.09, 1100, 0.35), new("T", Manner.Stop, 300, 1700, 2600, 0.085, 4400, 0.5),
        new("K", Manner.Stop, 300, 1900, 2500, 0.095, 2200, 0.5), new("CH", Manner.Stop, 300, 1750, 2550, 0.13, 3200, 0.6),
        new("B", Manner.VoicedStop, 260, 850, 2300, 0.07, 900, 0.16), new("D", Manner.VoicedStop, 260, 1700, 2600, 0.065, 3800, 0.2),
        new("G", Manner.VoicedStop, 260, 1900, 2500, 0.075, 2000, 0.2), new("JH", Manner.VoicedStop, 260, 1750, 2550, 0.1, 2900, 0.3),
    }.ToDictionary(phone => phone.Name);
}
