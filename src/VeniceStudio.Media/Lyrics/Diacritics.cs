namespace VeniceStudio.Media.Lyrics;

/// <summary>
/// Letters without their marks. Own tables, since the runtime takes no letters apart without a globalization library, which the
/// studio does not carry. Each table has the small bare letter of every code point of a block, a full stop where there is none.
/// </summary>
internal static class Diacritics
{
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg" +
        "hhhhiiiiiiiiiiiijjkkĸllllllllllnnnnnnʼnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsƀɓƃƃƅƅɔƈ" +
        "ƈɖɗƌƌƍǝəɛffɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃdddlllnnnaaiioouuuuuuuuuuǝaaaaaaǥǥggkkoo" +
        "ooʒʒjdddggƕƿnnaaaaooaaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    private const string LatinMore =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss" +
        "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝsẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee" +
        "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    private const string Greek =
        "ͱͱͳͳʹ.ͷͷ..ͺͻͼͽ.ϳ......α.εηι.ο.υωιαβγδεζηθικλμνξοπρ.στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουωϗβθΥΥ" +
        "Υφπϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯκρσϳθε.ϸϸσϻϻϼͻͼͽ";

    private const string Cyrillic =
        "ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяабвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ";

    /// <summary>The small letter without its mark; Japanese wide letters become plain ones. Everything else stays.</summary>
    public static char Bare(char letter) => letter switch
    {
        < '\u00C0' => char.ToLowerInvariant(letter),
        < '\u0250' => Of(Latin, letter - 0x00C0, letter),
        >= '\u0370' and < '\u0400' => Of(Greek, letter - 0x0370, letter),
        >= '\u0400' and < '\u0460' => Of(Cyrillic, letter - 0x0400, letter),
        >= '\u1E00' and < '\u1F00' => Of(LatinMore, letter - 0x1E00, letter),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(letter - 0xFEE0)),
        _ => char.ToLowerInvariant(letter),
    };

    private static char Of(string table, int index, char letter) => table[index] == '.' ? letter : table[index];
}
