# manual
# K2P1001 The node fails where a file is not there.
def string_to_path_variable_1() -> dict:
    """Not translated: String to Path (Variable), node 1 (org.knime.filehandling.utility.nodes.stringtopath.variable.StringToPathVariableNodeFactory).

    The node fails where a file is not there.

    Settings:
        variable_filter/filter-type = "STANDARD"
        variable_filter/included_names/0 = "a"
        variable_filter/enforce_option = "EnforceInclusion"
        variable_filter/name_pattern/pattern = ""
        variable_filter/name_pattern/type = "Wildcard"
        variable_filter/name_pattern/caseSensitive = true
        suffix = "_path"
        file_system/location_spec/location_present = true
        file_system/location_spec/file_system_type = "LOCAL"
        fail_on_missing_file_folder = true
    """
    raise NotImplementedError(
        "String to Path (Variable) (node 1): write this function, see its docstring"
    )
