# exact
def file_upload_1(*, wish: str = "") -> dict:
    """Hand on The wish (File Upload, node 1)."""
    return {"wish": url_path(wish), "wish (URL)": file_url(wish)}
