namespace K2P.Tables;

/// <summary>Why a stored table cannot be read.</summary>
public enum TableProblem
{
    /// <summary>A file of it, or a table that it refers to, is not there.</summary>
    NotStored,

    /// <summary>A pointer of git-lfs stands where the file should be.</summary>
    LfsPointer,

    /// <summary>Its bytes are not what its headers promise.</summary>
    Damaged,

    /// <summary>It is stored in a way that is not read here, such as the Java objects of KNIME 1.</summary>
    Unsupported,

    /// <summary>Tables refer to each other in a circle.</summary>
    Circular,

    /// <summary>It is over a limit of <see cref="TableLimits"/>.</summary>
    TooLarge,
}

/// <summary>Ends the reading of a table with a named reason.</summary>
internal sealed class TableException(
    TableProblem problem,
    string message,
    Exception? innerException = null
) : Exception(message, innerException)
{
    /// <summary>The reason.</summary>
    public TableProblem Problem { get; } = problem;

    /// <summary>The reason as reports name it: <c>not_stored</c>, <c>lfs_pointer</c>, …</summary>
    public string Code =>
        Problem switch
        {
            TableProblem.NotStored => "not_stored",
            TableProblem.LfsPointer => "lfs_pointer",
            TableProblem.Damaged => "damaged",
            TableProblem.Unsupported => "unsupported",
            TableProblem.Circular => "circular",
            _ => "too_large",
        };

    public static TableException Damaged(string message, Exception? cause = null) =>
        new(TableProblem.Damaged, message, cause);

    public static TableException Unsupported(string message) =>
        new(TableProblem.Unsupported, message);

    public static TableException NotStored(string message) => new(TableProblem.NotStored, message);
}
