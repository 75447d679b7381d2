namespace VeniceStudio.Server.Orders;

/// <summary>What a bought file is called: the first words of its prompt, in letters that every file system takes.</summary>
public static class PromptName
{
    private const int Longest = 60;

    /// <summary>With its ending; <paramref name="otherwise"/> where the prompt has no letters.</summary>
    public static string Of(string prompt, string extension, string otherwise)
    {
        var letters = prompt.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ').Take(400).ToArray();
        var name = "";
        foreach (var word in new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.Length + word.Length + 1 > Longest) break;
            name = name.Length == 0 ? word : name + " " + word;
        }
        return (name.Length == 0 ? otherwise : name) + extension;
    }
}
