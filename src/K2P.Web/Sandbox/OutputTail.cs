using System.Text;

namespace K2P.Web.Sandbox;

/// <summary>Reads a stream of any length to its end and keeps the last bytes of it.</summary>
internal sealed class OutputTail(long limit, Action onFlood)
{
    private const int Kept = 64 * 1024;

    private readonly byte[] ring = new byte[Kept];
    private long total;

    public async Task ReadAsync(Stream stream, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
            {
                for (var i = 0; i < read; i++)
                {
                    ring[(total + i) % Kept] = buffer[i];
                }

                total += read;
                if (total > limit)
                {
                    onFlood();
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // Someone outlived the run and kept the pipe open; what came is enough.
        }
    }

    public override string ToString()
    {
        var length = (int)Math.Min(total, Kept);
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = ring[(total - length + i) % Kept];
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
