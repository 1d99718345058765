# exact
def file_upload_1(*, wish: str = "C:\\data\\in.csv") -> dict:
    """Hand on The wish (File Upload, node 1)."""
    return {"wish": url_path(wish), "wish (URL)": file_url(wish)}
