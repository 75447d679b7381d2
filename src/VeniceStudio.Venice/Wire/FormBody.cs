using System.Text;

namespace VeniceStudio.Venice.Wire;

/// <summary>A multipart form, kept whole so that a refused call can be said again. Written by hand, as a browser writes it: some
/// servers stumble over unquoted names and over types on plain fields.</summary>
internal sealed class FormBody
{
    // Random, so that no file can contain it but by a miracle.
    private readonly string boundary = "venice-" + Guid.NewGuid().ToString("N");
    private readonly MemoryStream parts = new();

    public string ContentType => "multipart/form-data; boundary=" + boundary;

    public void Add(string name, string value) => Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");

    public void AddFile(string name, string fileName, ReadOnlyMemory<byte> bytes)
    {
        Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{Plain(fileName)}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        parts.Write(bytes.Span);
        Write("\r\n");
    }

    public byte[] ToBytes()
    {
        Write($"--{boundary}--\r\n");
        return parts.ToArray();
    }

    private void Write(string text) => parts.Write(Encoding.UTF8.GetBytes(text));

    // A name typed by a stranger must not end the header, and Venice needs only its ending.
    private static string Plain(string fileName)
    {
        var plain = new string([.. Path.GetFileName(fileName).Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_')]);
        return plain.Trim('.').Length == 0 ? "sound" : plain;
    }
}
