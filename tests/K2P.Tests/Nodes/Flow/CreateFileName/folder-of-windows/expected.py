# exact
def create_file_name_1() -> dict:
    """Make the path of a file (Create File Name, node 1)."""
    return {"target": folder_file("C:\\data", "report", ".csv")}
