namespace K2P.Nodes.IO;

/// <summary>Which rows of the file are read, and what the first row and column are.</summary>
/// <param name="SkippedLines">Lines passed over before anything is looked at.</param>
/// <param name="Skipped">Rows of data left out at the top.</param>
/// <param name="Limit">How many rows at most; null for all.</param>
/// <param name="ScannedRows">How many rows decide the types where they are guessed; null for all.</param>
internal sealed record CsvRows(
    bool HasHeader,
    bool HasRowIds,
    long SkippedLines,
    long Skipped,
    long? Limit,
    long? ScannedRows
)
{
    /// <summary>The tabs of 4.2 to 5.8.</summary>
    public static CsvRows Read(
        SettingsReader settings,
        SettingsReader advanced,
        SettingsReader limits
    )
    {
        settings.Skip(
            "empty lines never make a row, and too short ones are filled",
            "skip_empty_data_rows",
            "support_short_data_rows"
        );
        settings.Skip(
            "only of several files with RowIDs, which are refused",
            "prepend_file_idx_to_row_id"
        );
        var lines = limits.Long("number_of_lines_to_skip");
        var rows = limits.Long("number_of_rows_to_skip");
        var limit = limits.Long("max_rows");
        var scanned = advanced.Long("max_data_rows_scanned");
        return new(
            settings.Boolean("has_column_header"),
            settings.Boolean("has_row_id"),
            limits.Boolean("skip_lines") ? lines : 0,
            limits.Boolean("skip_data_rows") ? rows : 0,
            limits.Boolean("limit_data_rows") ? limit : null,
            advanced.Boolean("limit_data_rows_scanned") ? scanned : null
        );
    }

    /// <summary>The dialog of 5.9 and later.</summary>
    public static CsvRows ReadParameters(SettingsReader model)
    {
        model.Skip(
            "too short lines are filled; limits of memory, and what happens when files change",
            "ifRowHasFewerColumnsParams",
            "ifSchemaChangesParams",
            "maxColumnsParams",
            "limitMemoryParams",
            "prependFileIndexParams",
            "autoDetectParams"
        );
        var limit = model.Config("maxNumberOfRowsParams");
        var scanned = model.Config("limitScannedRowsParams");
        var most = limit.Long("maximumNumberOfRows", 0);
        var looked = scanned.Long("maxDataRowsScanned", 0);
        return new(
            model
                .Config("firstRowContainsColumnNamesParams")
                .Boolean("firstRowContainsColumnNames"),
            model.Config("firstColumnContainsRowIdsParams").Boolean("firstColumnContainsRowIds"),
            model.Config("skipFirstLinesParams").Long("skipFirstLines"),
            model.Config("skipFirstDataRowsParams").Long("skipFirstDataRows"),
            limit.Boolean("maximumNumberOfRows_is_present") ? most : null,
            scanned.Boolean("maxDataRowsScanned_is_present") ? looked : null
        );
    }
}
