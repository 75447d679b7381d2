using System.Buffers;
using System.Globalization;
using System.Text;

namespace VeniceStudio.Simulator.Sound.Voice;

/// <summary>From letters to phones by rules of English spelling; other alphabets get sounds of their own, so that nothing is mute.</summary>
internal static class Spelling
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["a"] = "AX", ["the"] = "DH AX", ["of"] = "AX V", ["to"] = "T UW", ["you"] = "Y UW", ["your"] = "Y AO R", ["i"] = "AY", ["was"] = "W AH Z",
        ["were"] = "W ER", ["are"] = "AA R", ["is"] = "IH Z", ["his"] = "HH IH Z", ["as"] = "AE Z", ["said"] = "S EH D", ["one"] = "W AH N",
        ["two"] = "T UW", ["once"] = "W AH N S", ["come"] = "K AH M", ["some"] = "S AH M", ["love"] = "L AH V", ["give"] = "G IH V",
        ["have"] = "HH AE V", ["live"] = "L IH V", ["do"] = "D UW", ["who"] = "HH UW", ["what"] = "W AH T", ["there"] = "DH EH R",
        ["where"] = "W EH R", ["they"] = "DH EY", ["their"] = "DH EH R", ["been"] = "B IH N", ["my"] = "M AY", ["by"] = "B AY", ["be"] = "B IY",
        ["he"] = "HH IY", ["she"] = "SH IY", ["we"] = "W IY", ["me"] = "M IY", ["no"] = "N OW", ["so"] = "S OW", ["go"] = "G OW", ["this"] = "DH IH S",
        ["that"] = "DH AE T", ["with"] = "W IH DH", ["and"] = "AE N D", ["could"] = "K UH D", ["would"] = "W UH D", ["should"] = "SH UH D",
        ["eyes"] = "AY Z", ["water"] = "W AO T ER", ["again"] = "AX G EH N", ["heart"] = "HH AA R T", ["world"] = "W ER L D",
    };

    // Longest first; '^' and '$' stand for the word's edges, '@' for "consonant and silent e follow".
    private static readonly (string Letters, string Phones)[] Rules =
    [
        ("ough$", "OW"), ("ought", "AO T"), ("aught", "AO T"), ("igh", "AY"), ("eigh", "EY"), ("tion", "SH AX N"), ("sion", "ZH AX N"), ("ture", "CH ER"),
        ("ould", "UH D"), ("tch", "CH"), ("dge", "JH"), ("^kn", "N"), ("^wr", "R"), ("^wh", "W"), ("ing$", "IH NG"), ("ed$", "D"), ("le$", "AX L"),
        ("es$", "Z"), ("sh", "SH"), ("ch", "CH"), ("th", "TH"), ("ph", "F"), ("ck", "K"), ("ng", "NG"), ("nk", "NG K"), ("qu", "K W"), ("gh", ""),
        ("oo", "UW"), ("ee", "IY"), ("ea", "IY"), ("ie", "IY"), ("ei", "IY"), ("ou", "AW"), ("ow$", "OW"), ("ow", "AW"), ("oa", "OW"), ("oi", "OY"), ("oy", "OY"),
        ("ai", "EY"), ("ay", "EY"), ("ey", "IY"), ("au", "AO"), ("aw", "AO"), ("ew", "UW"), ("ue", "UW"), ("air", "EH R"), ("are$", "EH R"), ("ar", "AA R"), ("or", "AO R"),
        ("er", "ER"), ("ir", "ER"), ("ur", "ER"), ("a@", "EY"), ("i@", "AY"), ("o@", "OW"), ("u@", "UW"), ("e@", "IY"), ("e$", ""), ("y$", "IY"), ("^y", "Y"),
        ("ce", "S EH"), ("ci", "S IH"), ("cy", "S IY"), ("ge", "JH EH"), ("x", "K S"), ("ss", "S"), ("ll", "L"), ("tt", "T"), ("pp", "P"), ("bb", "B"),
        ("dd", "D"), ("ff", "F"), ("gg", "G"), ("mm", "M"), ("nn", "N"), ("rr", "R"), ("zz", "Z"), ("cc", "K"),
        ("a", "AE"), ("b", "B"), ("c", "K"), ("d", "D"), ("e", "EH"), ("f", "F"), ("g", "G"), ("h", "HH"), ("i", "IH"), ("j", "JH"), ("k", "K"), ("l", "L"),
        ("m", "M"), ("n", "N"), ("o", "AA"), ("p", "P"), ("q", "K"), ("r", "R"), ("s", "S"), ("t", "T"), ("u", "AH"), ("v", "V"), ("w", "W"), ("y", "IH"), ("z", "Z"),
    ];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    private static readonly string[] Digits = ["Z IY R OW", "W AH N", "T UW", "TH R IY", "F AO R", "F AY V", "S IH K S", "S EH V AX N", "EY T", "N AY N"];
    private static readonly string[] Other = ["D AA", "L EH", "M IY", "N OW", "S UW", "T AA", "R EH", "K IY", "V OW", "B UW"];

    /// <summary>The phones of one word. At least one of them is a vowel.</summary>
    public static IReadOnlyList<Phone> Of(string word)
    {
        var letters = Plain(word);
        var phones = new List<Phone>();
        if (Known.GetValueOrDefault(letters) is { } known) Add(phones, known);
        else
        {
            for (var at = 0; at < letters.Length;) at += Next(letters, at, phones);
        }
        if (!phones.Exists(phone => phone.IsVowel)) phones.Add(Phone.All["AX"]);
        return phones;
    }

    /// <summary>The word in small letters without accents, apostrophes and punctuation.</summary>
    public static string Plain(string word)
    {
        var plain = new StringBuilder();
        foreach (var sign in word.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(sign)) plain.Append(char.ToLower(sign, CultureInfo.InvariantCulture));
        }
        return plain.ToString();
    }

    private static int Next(string word, int at, List<Phone> phones)
    {
        foreach (var (letters, sounds) in Rules)
        {
            if (Fits(word, at, letters) is not (> 0 and var used)) continue;
            Add(phones, sounds);
            return used;
        }
        if (char.IsAsciiDigit(word[at])) Add(phones, Digits[word[at] - '0']);
        else if (!char.IsAscii(word[at])) Add(phones, Other[word[at] % Other.Length]);
        return 1;
    }

    private static int Fits(string word, int at, string rule)
    {
        var start = rule.StartsWith('^');
        var end = rule.EndsWith('$');
        var magic = rule.EndsWith('@');
        var letters = rule.AsSpan(start ? 1 : 0, rule.Length - (start ? 1 : 0) - (end || magic ? 1 : 0));
        if (start && at > 0 || !word.AsSpan(at).StartsWith(letters)) return 0;
        var after = at + letters.Length;
        if (end && after != word.Length) return 0;
        // A short word keeps its only vowel: "red" is no past tense.
        if (end && letters[0] == 'e' && !word.AsSpan(0, at).ContainsAny(Vowels)) return 0;
        if (magic && !(after + 2 == word.Length && word[after + 1] == 'e' && !"aeiouwxy".Contains(word[after], StringComparison.Ordinal))) return 0;
        return letters.Length;
    }

    private static void Add(List<Phone> phones, string names) =>
        phones.AddRange(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Phone.All[name]));
}
