using System.Globalization;

namespace K2P.Web.Sandbox;

/// <summary>Looks at the processes of one run through /proc; one that ends meanwhile counts as nothing.</summary>
internal static class ProcessTree
{
    /// <summary>What the descendants of a process use together.</summary>
    internal readonly record struct Usage(int Tasks, long ResidentBytes);

    /// <summary>Walks down from one process, until the limit is passed: enough where orphans stay in the tree.</summary>
    public static Usage MeasureTree(int root, int taskLimit)
    {
        var tasks = 0;
        var resident = 0L;
        var open = new Stack<int>([root]);
        while (open.TryPop(out var process) && tasks <= taskLimit)
        {
            try
            {
                resident += ResidentBytes(process);
                foreach (var task in Directory.EnumerateDirectories($"/proc/{process}/task"))
                {
                    tasks++;
                    foreach (var child in File.ReadAllText($"{task}/children").Split(' '))
                    {
                        if (int.TryParse(child, CultureInfo.InvariantCulture, out var id))
                        {
                            open.Push(id);
                        }
                    }
                }
            }
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended between listing and reading.
            }
        }

        return new Usage(tasks, resident);
    }

    /// <summary>Looks at every process for those of a session, because orphans leave the tree; the dead count too.</summary>
    public static Usage MeasureSession(int session)
    {
        var tasks = 0;
        var resident = 0L;
        foreach (
            var process in Listed()
                .Where(process => BelongsTo(process, session, user: null, dead: true))
        )
        {
            try
            {
                resident += ResidentBytes(process);
                tasks += Directory.GetDirectories($"/proc/{process}/task").Length;
            }
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended between listing and reading.
            }
        }

        return new Usage(tasks, resident);
    }

    /// <summary>Kills what is left of a session or of a user of its own, until nothing is.</summary>
    public static void KillLeftovers(int session, uint? user)
    {
        for (var round = 0; round < 50; round++)
        {
            var left = Listed()
                .Where(process => BelongsTo(process, session, user, dead: false))
                .ToList();
            if (left.Count == 0)
            {
                return;
            }

            left.ForEach(process => _ = Native.Signal(process, Native.Kill));
            Thread.Sleep(2);
        }
    }

    private static IEnumerable<int> Listed()
    {
        foreach (var path in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(
                    Path.GetFileName(path.AsSpan()),
                    CultureInfo.InvariantCulture,
                    out var process
                )
            )
            {
                yield return process;
            }
        }
    }

    private static bool BelongsTo(int process, int session, uint? user, bool dead)
    {
        try
        {
            // After the parenthesised name: state, parent, group, session.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            if (!dead && fields[0] is ("Z" or "X"))
            {
                return false;
            }

            return int.Parse(fields[3], CultureInfo.InvariantCulture) == session
                || (user is not null && UserOf(process) == user);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static uint? UserOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status")
            .First(text => text.StartsWith("Uid:", StringComparison.Ordinal));
        return uint.Parse(line.Split('\t')[1], CultureInfo.InvariantCulture);
    }

    private static long ResidentBytes(int process)
    {
        var pages = File.ReadAllText($"/proc/{process}/statm").Split(' ')[1];
        return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
