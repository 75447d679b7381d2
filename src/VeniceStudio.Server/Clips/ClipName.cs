namespace VeniceStudio.Server.Clips;

/// <summary>What a clip's file is called: the first words of its prompt, in letters that every file system takes.</summary>
public static class ClipName
{
    private const int Longest = 60;

    public static string Of(string prompt)
    {
        var letters = prompt.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ').Take(400).ToArray();
        var name = "";
        foreach (var word in new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.Length + word.Length + 1 > Longest) break;
            name = name.Length == 0 ? word : name + " " + word;
        }
        return name.Length == 0 ? "Clip.mp4" : name + ".mp4";
    }
}
