using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>A file, or the files of a folder that pass a filter (<c>SettingsModelReaderFileChooser</c>).</summary>
/// <param name="Location">The file or folder.</param>
/// <param name="Folder">Which files of the folder; null for a single file.</param>
internal sealed record FileChoice(FileLocation Location, FolderFilter? Folder)
{
    /// <summary>Reads the file chooser of 4.2 to 5.8.</summary>
    public static FileChoice ReadChooser(SettingsReader chooser)
    {
        chooser.Skip("the file system is told by the path", "file_system_chooser__Internals");
        var location = FileLocation.Read(chooser.Config("path"));
        var mode = chooser.Config("filter_mode");
        var isFolder = mode.OneOf("filter_mode", "FILE", "FILES_IN_FOLDERS") != "FILE";
        if (!isFolder)
        {
            mode.SkipAll("a single file is not filtered");
            return new(location, null);
        }
        var options = mode.Config("filter_options");
        options.Skip(
            "folders are not filtered, and links and special files are ordinary ones here",
            "follow_links",
            "include_special_files",
            "include_hidden_folders",
            "folders_name_expression",
            "folders_name_case_sensitive",
            "folders_name_filter_type"
        );
        if (options.Boolean("filter_folders_name", false))
        {
            throw options.Manual("The folders are filtered by their names.");
        }
        return new(
            location,
            new(
                mode.Boolean("include_subfolders"),
                options.Boolean("filter_files_extension")
                    ? options.Text("files_extension_expression", "")
                    : Passed(options, "files_extension_expression"),
                options.Boolean("filter_files_name")
                    ? options.Text("files_name_expression")
                    : Passed(options, "files_name_expression"),
                options.OneOf("files_name_filter_type", "WILDCARD", "REGEX") == "REGEX",
                options.Boolean("files_name_case_sensitive")
                    || options.Boolean("files_extension_case_sensitive"),
                options.Boolean("include_hidden_files")
            )
        );
    }

    /// <summary>Reads the file chooser of 5.9 and later.</summary>
    public static FileChoice ReadParameters(SettingsReader source)
    {
        var location = FileLocation.Read(source.Config("path"));
        if (source.OneOf("filterMode", "FILE", "FILES_IN_FOLDERS") == "FILE")
        {
            source.Skip("a single file is not filtered", "filters", "includeSubfolders");
            return new(location, null);
        }
        var filters = source.Config("filters");
        filters.Skip(
            "folders are not filtered, and links and special files are ordinary ones here",
            "followSymlinks",
            "includeSpecialFiles",
            "includeHiddenFolders",
            "foldersNameExpression",
            "foldersNameCaseSensitive",
            "foldersNameFilterType"
        );
        if (filters.Boolean("filterFoldersName"))
        {
            throw filters.Manual("The folders are filtered by their names.");
        }
        return new(
            location,
            new(
                source.Boolean("includeSubfolders"),
                filters.Boolean("filterFilesExtension")
                    ? filters.Text("filesExtensionExpression", "")
                    : Passed(filters, "filesExtensionExpression"),
                filters.Boolean("filterFilesName")
                    ? filters.Text("filesNameExpression")
                    : Passed(filters, "filesNameExpression"),
                filters.OneOf("filesNameFilterType", "WILDCARD", "REGEX") == "REGEX",
                filters.Boolean("filesNameCaseSensitive")
                    || filters.Boolean("filesExtensionCaseSensitive"),
                filters.Boolean("includeHiddenFiles")
            )
        );
    }

    private static string? Passed(SettingsReader options, string key)
    {
        options.Skip("this filter is off", key);
        return null;
    }
}

/// <summary>Which files of a folder are read (<c>org.knime.filehandling.core.defaultnodesettings.filtermode</c>).</summary>
internal sealed record FolderFilter(
    bool Subfolders,
    string? Extensions,
    string? Names,
    bool NamesAreRegex,
    bool CaseSensitive,
    bool Hidden
)
{
    /// <summary>The arguments that <c>files_in</c> takes behind the folder.</summary>
    public PyArguments Arguments(PyExpression folder)
    {
        var arguments = new PyArguments { folder };
        if (Pattern() is { } pattern)
        {
            arguments.Add("pattern", pattern);
        }
        if (CaseSensitive)
        {
            arguments.Add("ignore_case", false);
        }
        if (Subfolders)
        {
            arguments.Add("subfolders", true);
        }
        if (Hidden)
        {
            arguments.Add("hidden", true);
        }
        return arguments;
    }

    private string? Pattern()
    {
        var names =
            Names is null ? null
            : NamesAreRegex ? Names
            : Wildcard(Names);
        if (Extensions is null)
        {
            return names;
        }
        var endings = string.Join(
            '|',
            Extensions.Split(';').Select(ending => Wildcard(ending.Trim()))
        );
        return $"{(names is null ? "" : $"(?={names}$)")}.*\\.({endings})";
    }

    private static string Wildcard(string text) =>
        string.Concat(
            text.Select(sign =>
                sign switch
                {
                    '*' => ".*",
                    '?' => ".",
                    _ when char.IsAsciiLetterOrDigit(sign) || sign == '_' || sign > 127 =>
                        $"{sign}",
                    _ => $"\\{sign}",
                }
            )
        );
}
