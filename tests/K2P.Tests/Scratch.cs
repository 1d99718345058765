namespace K2P.Tests;

/// <summary>A folder of one test's own, removed when it ends.</summary>
internal sealed class Scratch : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("k2p-test-").FullName;

    /// <summary>A folder in it, made when it is not there.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Join(Root, name)).FullName;

    /// <summary>A path in it, where nothing need be.</summary>
    public string At(string name) => Path.Join(Root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>A copy of a folder and all that is in it.</summary>
    public string Copy(string source, string name)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Join(At(name), Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return At(name);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
