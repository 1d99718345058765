using System.Net;
using System.Security.Cryptography;
using K2P.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace K2P.Web.Uploads;

/// <summary>Tells clients apart without keeping their addresses: a hash under a key that never leaves the database.</summary>
internal sealed class ClientHash(OpenDb open)
{
    private const string SecretName = "client_hash";

    private byte[]? key;

    public async Task<string> OfAsync(IPAddress? address, CancellationToken cancel)
    {
        key ??= await LoadAsync(cancel);
        var bytes = (address ?? IPAddress.None).MapToIPv6().GetAddressBytes();
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes));
    }

    private async Task<byte[]> LoadAsync(CancellationToken cancel)
    {
        await using var db = open();
        if (await FindAsync(db, cancel) is { } known)
        {
            return known;
        }

        db.Secrets.Add(
            new ServiceSecret { Name = SecretName, Value = RandomNumberGenerator.GetBytes(32) }
        );
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another process was first; its key holds.
        }

        db.ChangeTracker.Clear();
        return (await FindAsync(db, cancel))!;
    }

    private static Task<byte[]?> FindAsync(ServiceDb db, CancellationToken cancel) =>
        db
            .Secrets.AsNoTracking()
            .Where(row => row.Name == SecretName)
            .Select(row => (byte[]?)row.Value)
            .SingleOrDefaultAsync(cancel);
}
