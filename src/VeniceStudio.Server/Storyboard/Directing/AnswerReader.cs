using System.Globalization;
using System.Text;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Text that has just grown: a field of a shot, as far as it is written.</summary>
/// <param name="Shot">The shot's number as the model gave it, or its place in the list from 1 while it gave none.</param>
/// <param name="Field">The field's name in the answer.</param>
/// <param name="Text">All of it so far.</param>
internal readonly record struct WrittenPiece(int Shot, string Field, string Text);

/// <summary>
/// Reads an answer while it is still being written. It follows <c>{"shots":[{"id":…,"picture":"…`</c> by depth alone, so that fences around the
/// JSON, unknown fields and a sudden end do it no harm, and it keeps each shot that is complete.
/// </summary>
internal sealed class AnswerReader
{
    private readonly StringBuilder _all = new();
    private readonly StringBuilder _text = new();
    private readonly Stack<char> _open = new();
    private readonly List<string> _shots = [];
    private string _key = "", _list = "";
    private int _place, _id, _began, _escape, _code;
    private bool _inText, _isKey, _grew, _afterColon;

    /// <summary>Everything that came.</summary>
    public string All => _all.ToString();

    /// <summary>The shots that were written to their end, as JSON, in the order in which they came.</summary>
    public IReadOnlyList<string> Shots => _shots;

    /// <summary>Takes the next piece and tells what grew by it.</summary>
    public IReadOnlyList<WrittenPiece> Feed(string piece)
    {
        var pieces = new List<WrittenPiece>();
        foreach (var letter in piece)
        {
            _all.Append(letter);
            if (_inText) InText(letter, pieces);
            else Between(letter);
        }
        if (_inText && _grew) Tell(pieces);
        return pieces;
    }

    private bool InShot => _open.Count == 3 && _list == "shots";

    private void InText(char letter, List<WrittenPiece> pieces)
    {
        if (_escape > 0) Escaped(letter);
        else if (letter == '\\') _escape = 1;
        else if (letter == '"') EndText(pieces);
        else Grow(letter);
    }

    private void EndText(List<WrittenPiece> pieces)
    {
        _inText = false;
        if (_isKey) _key = _text.ToString();
        else if (_grew) Tell(pieces);
    }

    /// <summary>A sign after a backslash; <c>\u</c> takes four more, and a broken one simply ends.</summary>
    private void Escaped(char letter)
    {
        if (_escape == 1 && letter == 'u')
        {
            _escape = 5;
            _code = 0;
        }
        else if (_escape == 1)
        {
            _escape = 0;
            Grow(letter switch { 'n' or 'r' or 't' => ' ', 'b' or 'f' => ' ', _ => letter });
        }
        else
        {
            _code = _code * 16 + (int.TryParse([letter], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var digit) ? digit : 0);
            if (--_escape > 1) return;
            _escape = 0;
            Grow((char)_code);
        }
    }

    private void Grow(char letter)
    {
        _text.Append(letter);
        _grew = !_isKey;
    }

    private void Between(char letter)
    {
        switch (letter)
        {
            case '"':
                (_inText, _isKey, _grew) = (true, _open.Count > 0 && _open.Peek() == '{' && !_afterColon, false);
                _text.Clear();
                break;
            case ':':
                (_afterColon, _id) = (true, InShot && _key == "id" ? 0 : _id);
                break;
            case ',':
                _afterColon = false;
                break;
            case '{' or '[':
                Open(letter);
                break;
            case '}' or ']' when _open.Count > 0:
                Close();
                break;
            default:
                if (InShot && _key == "id" && _afterColon && char.IsAsciiDigit(letter) && _id < 1_000_000) _id = _id * 10 + (letter - '0');
                break;
        }
    }

    private void Open(char bracket)
    {
        if (bracket == '[' && _open.Count == 1) _list = _key;
        _open.Push(bracket);
        _afterColon = false;
        if (bracket != '{' || !InShot) return;
        (_place, _id, _began) = (_place + 1, 0, _all.Length - 1);
    }

    private void Close()
    {
        if (InShot) _shots.Add(_all.ToString(_began, _all.Length - _began));
        _open.Pop();
        _afterColon = false;
    }

    private void Tell(List<WrittenPiece> pieces)
    {
        _grew = false;
        // Names in lists inside a shot are no fields of it.
        if (InShot && _open.Peek() == '{') pieces.Add(new WrittenPiece(_id > 0 ? _id : _place, _key, _text.ToString()));
    }
}
