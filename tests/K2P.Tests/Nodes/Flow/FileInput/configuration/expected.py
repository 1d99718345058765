# exact
def file_upload_configuration_1(*, wish: str = "file:/C:/data/in.csv") -> dict:
    """Hand on The wish (File Upload Configuration, node 1)."""
    return {
        "wish": url_path(wish),
        "wish (URL)": file_url(wish),
        "wish (Path)": file_url(wish),
        "wish (file name)": file_name(wish),
    }
