# manual
# K2P1001 KNIME stored no value for the flow variable 'file' that the node reads.
def string_to_path_variable_1() -> dict:
    """Not translated: String to Path (Variable), node 1 (org.knime.filehandling.utility.nodes.stringtopath.variable.StringToPathVariableNodeFactory).

    KNIME stored no value for the flow variable 'file' that the node reads.

    Settings:
        variable_filter/filter-type = "STANDARD"
        variable_filter/excluded_names/0 = "b"
        variable_filter/enforce_option = "EnforceExclusion"
        variable_filter/name_pattern/pattern = ""
        variable_filter/name_pattern/type = "Wildcard"
        variable_filter/name_pattern/caseSensitive = true
        suffix = "_path"
        file_system/location_spec/location_present = true
        file_system/location_spec/file_system_type = "LOCAL"
        fail_on_missing_file_folder = false
    """
    raise NotImplementedError(
        "String to Path (Variable) (node 1): write this function, see its docstring"
    )
