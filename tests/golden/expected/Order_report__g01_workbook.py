"""Order report, converted from the KNIME workflow of that name by k2p {version}.

8 nodes: 8 exact. Details: Order_report__report.json
Run: python Order_report__g01_workbook.py --data-dir DIR [--out-dir DIR]
"""
from __future__ import annotations

import argparse
import datetime as dt
import gzip
import io
import math
import os
import re
import urllib.request
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Callable, Iterable

import numpy as np
import pandas as pd


def read_orders_1(*, data_dir: Path) -> pd.DataFrame:
    """Read orders.csv (CSV Reader, node 1)."""
    types = {
        "order_id": "Int64",
        "customer_id": "Int64",
        "status": object,
        "amount": "float64",
    }
    table = pd.read_csv(
        csv_text(find_file("data/orders.csv", data_dir), comment="#", encoding="utf-8"),
        header=0,
        names=list(types),
        dtype=types,
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    table = trim_texts(table)
    return table


def read_customers_2(*, data_dir: Path) -> pd.DataFrame:
    """Read customers.csv (CSV Reader, node 2)."""
    types = {"id": "Int64", "name": object, "country": object, "note": object}
    table = pd.read_csv(
        csv_text(
            find_file("data/customers.csv", data_dir), comment="#", encoding="utf-8"
        ),
        sep=";",
        header=0,
        names=list(types),
        dtype=types,
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    table = trim_texts(table)
    return table


def drop_the_notes_3(table: pd.DataFrame) -> pd.DataFrame:
    """Drop 1 column (Column Filter, node 3)."""
    return table.drop(columns=["note"], errors="ignore")


def keep_shipped_orders_of_at_least_10_4(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with status = shipped and amount >= 10 (Row Filter, node 4)."""
    return table[(table["status"] == "shipped") & (table["amount"] >= 10.0)]


def add_the_customer_5(
    filtered: pd.DataFrame, filtered_2: pd.DataFrame
) -> pd.DataFrame:
    """Inner join on customer_id = id (Joiner, node 5)."""
    rows = matching_rows([filtered["customer_id"]], [filtered_2["id"]])
    by_left = (
        filtered.loc[
            :, filtered.columns.isin(["order_id", "amount", "customer_id"])
        ].size
        >= filtered_2.size
    )
    found = in_scan_order(rows, [filtered["customer_id"]], [filtered_2["id"]], by_left)
    joined = join_columns(
        filtered.loc[:, filtered.columns.isin(["order_id", "amount"])],
        filtered_2.drop(columns=["id"], errors="ignore"),
        rows,
        " (Right)",
    )
    return joined.set_axis(
        rows.merge(found.reset_index(), how="left")["index"].tolist()
    )


def revenue_per_country_6_2(joined: pd.DataFrame) -> pd.DataFrame:
    """Sum of amount, Mean of amount and 2 more by country (GroupBy, node 6:2)."""
    ordered = joined.sort_values("country", na_position="first", kind="stable")
    groups = ordered.groupby("country", dropna=False, sort=False)
    return (
        pd.DataFrame(
            {
                "Sum(amount)": groups["amount"].sum(min_count=1),
                "Mean(amount)": groups["amount"].mean(),
                "Count(order_id)": groups.size(),
                "Concatenate*(name)": each_group(
                    groups["name"], joined_cells, ", ", missing=False
                ),
            }
        )
        .reset_index()
        .astype({"Mean(amount)": "float64", "Count(order_id)": "Int64"})
    )


def highest_first_6_3(groups: pd.DataFrame) -> pd.DataFrame:
    """Sort by Sum(amount) (Sorter, node 6:3)."""
    return groups.sort_values(
        "Sum(amount)", ascending=False, key=natural_order, kind="stable"
    )


def revenue_per_6(joined: pd.DataFrame) -> pd.DataFrame:
    """Component "Revenue per" (node 6)."""
    groups = revenue_per_country_6_2(joined)
    sorted_3 = highest_first_6_3(groups)
    return sorted_3


def write_revenue_csv_7(revenue_per: pd.DataFrame, *, out_dir: Path) -> None:
    """Write revenue.csv (CSV Writer, node 7)."""
    write_csv(revenue_per, out_dir / "revenue.csv")


def main(data_dir: Path = Path("."), out_dir: Path = Path(".")) -> None:
    """Run the workflow."""
    table = read_orders_1(data_dir=data_dir)
    table_2 = read_customers_2(data_dir=data_dir)
    filtered = drop_the_notes_3(table_2)
    filtered_4 = keep_shipped_orders_of_at_least_10_4(table)
    joined = add_the_customer_5(filtered_4, filtered)
    revenue_per = revenue_per_6(joined)
    write_revenue_csv_7(revenue_per, out_dir=out_dir)


def cell_text(cell: object, dates: bool = False) -> str:
    """Return a cell as DataCell.toString does; dates print timestamps without time."""
    if isinstance(cell, (list, tuple)):
        return f"[{', '.join(cell_text(each, dates) for each in cell)}]"
    if cell is None or pd.isna(cell):
        return "?"
    if isinstance(cell, (bool, np.bool_)):
        return str(bool(cell)).lower()
    if isinstance(cell, (float, np.floating)):
        return java_double_text(cell)
    if isinstance(cell, pd.Timestamp):
        zone = cell.isoformat()[-6:] if cell.tzinfo else ""
        day = cell.strftime("%Y-%m-%d")
        return day if dates else f"{day}T{java_time_text(cell)}{zone}"
    if isinstance(cell, dt.time):
        return java_time_text(cell)
    return str(cell)


def java_time_text(time: dt.time | pd.Timestamp) -> str:
    """Return a time of day as Java's LocalTime prints it: 09:30 or 09:30:05.250."""
    nanos = time.microsecond * 1000 + getattr(time, "nanosecond", 0)
    text = f"{time.hour:02}:{time.minute:02}"
    if time.second or nanos:
        text += f":{time.second:02}"
    for digits in (3, 6, 9):
        if nanos and nanos % 10 ** (9 - digits) == 0:
            return f"{text}.{nanos // 10 ** (9 - digits):0{digits}}"
    return text


def column_kind(column: pd.Series) -> str:
    """Return the kind of type: text, integer, double, boolean, date, list, ..."""
    types = pd.api.types
    if types.is_bool_dtype(column):
        return "boolean"
    if types.is_integer_dtype(column):
        return "integer"
    if types.is_float_dtype(column):
        return "double"
    if types.is_datetime64tz_dtype(column):
        return "zoned date"
    if types.is_datetime64_dtype(column):
        return "date"
    if types.is_timedelta64_dtype(column):
        return "duration"
    first = next(iter(column.dropna()), "")
    kinds = {list: "list", bytes: "binary", dt.time: "time"}
    return kinds.get(type(first), "text")


def write_csv(
    table: pd.DataFrame,
    path: Path,
    sep: str = ",",
    quote: str = '"',
    escape: str = '"',
    quotes: str = "STRINGS_ONLY",
    header: bool = True,
    row_ids: bool = False,
    missing: str = "",
    decimal: str = ".",
    separator_replacement: str = "",
    encoding: str = "utf-8",
    newline: str = os.linesep,
    mode: str = "w",
    skip_header_on_append: bool = False,
    zeros: bool = False,
    scientific: bool = False,
) -> None:
    """Write a table; quotes is STRINGS_ONLY, ALWAYS, IF_NEEDED or NEVER."""

    def field(text: str, is_number: bool) -> str:
        needed = any(sign and sign in text for sign in (sep, quote, "\n", "\r"))
        if quotes == "NEVER":
            return text.replace(sep, separator_replacement)
        if (quotes == "STRINGS_ONLY" and is_number) or (
            quotes == "IF_NEEDED" and not needed and text != missing
        ):
            return text
        return f"{quote}{text.replace(quote, escape + quote)}{quote}"

    columns = []
    if row_ids:
        ids = [f"Row{i}" if isinstance(i, int) else str(i) for i in table.index]
        columns.append([field(text, False) for text in ids])
    for name in table.columns:
        column = table[name]
        is_double = pd.api.types.is_float_dtype(column)
        is_number = pd.api.types.is_numeric_dtype(column)
        if is_double:
            texts = [double_field(v, decimal, zeros, scientific) for v in column]
        elif is_number:
            texts = [None if pd.isna(v) else cell_text(v) for v in column]
        else:
            texts = text_cells(column)
        columns.append(
            [missing if pd.isna(t) else field(str(t), is_number) for t in texts]
        )
    names = (["row ID"] if row_ids else []) + list(table.columns)
    lines = [sep.join(row) for row in zip(*columns)] if columns else []
    if header and not (skip_header_on_append and mode == "a" and path.exists()):
        lines.insert(0, sep.join(field(str(name), False) for name in names))
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, mode, encoding=encoding, errors="replace", newline="") as file:
        file.writelines(line + newline for line in lines)


def double_field(
    value: float, decimal: str = ".", zeros: bool = False, scientific: bool = False
) -> str | None:
    """Return a double in digits, or None where it is missing."""
    if pd.isna(value):
        return None
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    text = repr(float(value)) if scientific else f"{Decimal(repr(float(value))):f}"
    text = text.upper()
    if not zeros and text.endswith(".0"):
        text = text[:-2]
    return text.replace(".", decimal)


def text_cells(column: pd.Series) -> list[str | None]:
    """Return cells that are no numbers as texts, as KNIME shows them."""
    texts = []
    for value in column:
        if not isinstance(value, list) and pd.isna(value):
            texts.append(None)
        elif isinstance(value, pd.Timestamp):
            day = value.normalize() == value and value.tzinfo is None
            texts.append(value.date().isoformat() if day else value.isoformat())
        else:
            texts.append(str(value))
    return texts


def csv_text(
    source: str | Path,
    comment: str = "",
    encoding: str = "",
    skip: int = 0,
    newline: str = "",
) -> io.StringIO:
    """Open delimited text without its first lines and the lines of comments."""
    text = decoded(read_bytes(source), encoding)
    if not newline:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(newline or "\n", "\n")
    lines = text.split("\n")[skip:]
    if comment and any(line.startswith(comment) for line in lines):
        lines = without_comments(lines, comment)
    return io.StringIO("\n".join(lines), newline="")


def decoded(data: bytes, encoding: str = "") -> str:
    """Decode a text file; without an encoding UTF-8, or else Windows-1252."""
    if not encoding:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")
    text = data.decode(encoding, "replace")
    return text[1:] if text.startswith("\ufeff") else text


def without_comments(lines: list[str], comment: str) -> list[str]:
    """Drop the lines that start with a comment sign outside of quotes."""
    kept, quoted = [], False
    for line in lines:
        if quoted or not line.startswith(comment):
            kept.append(line)
            quoted ^= line.count('"') % 2 == 1
    return kept


def trim_texts(table: pd.DataFrame) -> pd.DataFrame:
    """Cut the blanks off all texts; empty ones are missing."""
    trimmed = table.copy()
    for name in table.columns[table.dtypes == object]:
        text = table[name].str.strip(JAVA_BLANKS)
        trimmed[name] = text.where(text.notna() & (text != ""), None)
    return trimmed


def find_file(name: str, data_dir: Path) -> Path:
    """Return data_dir/name, or the file below data_dir whose path ends most like it."""
    data_dir = Path(data_dir)
    if (data_dir / name).exists():
        return data_dir / name
    wanted = [part for part in re.split(r"[\\/]", name) if part][::-1]

    def likeness(path: Path) -> int:
        pairs = zip(path.parts[::-1], wanted)
        return next((i for i, (a, b) in enumerate(pairs) if a != b), len(wanted))

    found = [path for path in data_dir.rglob("*") if path.name == wanted[0]]
    most = max(map(likeness, found), default=0)
    found = [path for path in found if likeness(path) == most]
    if len(found) != 1:
        raise FileNotFoundError(f"{name}: {len(found)} such files in {data_dir}")
    return found[0]


def read_bytes(source: str | Path) -> bytes:
    """Return the bytes of a file or URL, unzipped."""
    if isinstance(source, Path):
        data = source.read_bytes()
    else:
        with urllib.request.urlopen(source) as reply:
            data = reply.read()
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(archive.namelist()[0])
    return data


def each_group(
    groups: pd.core.groupby.SeriesGroupBy,
    function: Callable,
    *arguments: object,
    dtype: object = object,
    missing: bool = True,
    **options: object,
) -> pd.Series:
    """Return what the function makes of the cells of each group."""
    values = [
        function(cells if missing else cells.dropna(), *arguments, **options)
        for _, cells in groups
    ]
    return pd.Series(values, index=groups.size().index, dtype=dtype)


def joined_cells(
    cells: pd.Series, separator: str, dates: bool = False, empty: str | None = None
) -> str | None:
    """Return the texts of the cells with separators between them."""
    texts = [cell_text(cell, dates) for cell in cells]
    return separator.join(texts) if texts else empty


JAVA_BLANKS = "".join(map(chr, range(33)))


def java_double_text(value: float) -> str:
    """Return a double as Double.toString of Java 8 to 18 prints it."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    number = Decimal(repr(float(value)))
    if 2**54 <= abs(value) < 2**63:
        # Java drops only the digits that the lost bits of a long cannot tell apart.
        lost = int((int(abs(value)).bit_length() - 55) * 0.30103)
        number = Decimal(int(value)).quantize(Decimal((0, (1,), lost)), ROUND_HALF_UP)
    negative, decimals, exponent = number.as_tuple()
    sign = "-" if negative else ""
    digits = "".join(map(str, decimals)).rstrip("0") or "0"
    point = len(decimals) + exponent
    if 0 < point < 8:
        return f"{sign}{digits[:point].ljust(point, '0')}.{digits[point:] or '0'}"
    if -3 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    return f"{sign}{digits[0]}.{digits[1:] or '0'}E{point - 1}"


def matching_rows(left: list[pd.Series], right: list[pd.Series]) -> pd.DataFrame:
    """Return the positions of the rows whose keys are equal; a missing key is not."""
    names = [f"key {number}" for number in range(len(left))]
    sides = []
    for side, columns in [("left", left), ("right", right)]:
        cells = [column.reset_index(drop=True) for column in columns]
        keys = pd.concat(cells, axis=1, keys=names)
        sides.append(keys.assign(**{side: range(len(keys))}).dropna(subset=names))
    if any(column_kind(a) != column_kind(b) for a, b in zip(left, right)):
        sides = [side.iloc[:0].astype({n: object for n in names}) for side in sides]
    pairs = sides[0].merge(sides[1], on=names)[["left", "right"]].astype("int64")
    return pairs.sort_values(["left", "right"], ignore_index=True)


def in_scan_order(
    rows: pd.DataFrame, left: list[pd.Series], right: list[pd.Series], by_left: bool
) -> pd.DataFrame:
    """Order joined rows as KNIME finds them when it scans one table, the larger."""
    scanned, hashed = ("left", "right") if by_left else ("right", "left")
    keys = pd.concat([each.reset_index(drop=True) for each in right], axis=1)
    if not by_left:
        keys = pd.concat([each.reset_index(drop=True) for each in left], axis=1)
    blank = set(keys.index[keys.isna().any(axis=1)])
    order = [
        (0 if b in blank else 2, 0, b)
        if pd.isna(a)
        else (1, a, -1 if pd.isna(b) else b)
        for a, b in zip(rows[scanned], rows[hashed])
    ]
    places = sorted(range(len(order)), key=order.__getitem__)
    return rows.iloc[places].reset_index(drop=True)


def take_rows(table: pd.DataFrame, positions: pd.Series) -> pd.DataFrame:
    """Return the rows at the positions; a missing position gives a row of missing."""
    found = table.reset_index(drop=True).reindex(positions.fillna(-1).astype("int64"))
    texts = found.select_dtypes(object)
    found[texts.columns] = texts.where(texts.notna(), None)
    return found.reset_index(drop=True)


def join_columns(
    left: pd.DataFrame, right: pd.DataFrame, rows: pd.DataFrame, suffix: str | None
) -> pd.DataFrame:
    """Return joined rows; a name on the right that is taken gets suffixes or (#1)."""
    taken = list(left.columns)
    for name in right.columns:
        new = name if suffix else next_name(name, taken)
        while new in taken:
            new += suffix
        taken.append(new)
    sides = [take_rows(left, rows["left"]), take_rows(right, rows["right"])]
    return pd.concat(sides, axis=1).set_axis(pd.Index(taken, dtype=object), axis=1)


def next_name(name: str, taken: Iterable[str]) -> str:
    """Return name, or name (#1), name (#2) and so on; x (#2) goes on with x (#3)."""
    result = name.strip(JAVA_BLANKS)
    counted = re.fullmatch(r"(.*) \(#(\d+)\)", result)
    base, number = (counted[1], int(counted[2])) if counted else (result, 0)
    while result in taken:
        number += 1
        result = f"{base} (#{number})"
    return result


def row_ids(labels: Iterable) -> list[str]:
    """Return the RowIDs that index labels stand for."""
    return [label if isinstance(label, str) else f"Row{label}" for label in labels]


def java_order(text: str) -> bytes:
    """Return a key that sorts texts as String.compareTo does, by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def natural_order(column: pd.Series) -> pd.Series:
    """Return sort keys that order the numbers within texts by value."""
    texts = column.dropna()
    if column.dtype != object or not texts.map(type).eq(str).all():
        return column
    ranks = {text: rank for rank, text in enumerate(sorted(set(texts), key=natural))}
    return column.map(ranks).astype("float64")


def natural(text: str) -> tuple:
    """Return a text's sort key after KNIME's AlphanumericComparator."""
    if not text:
        return (-1,)
    chunks = []
    for chunk in re.findall("[0-9]+|[^0-9]+", text):
        digits = chunk.lstrip("0")
        is_number = "0" <= chunk[0] <= "9"
        zeros = len(chunk) - len(digits)
        chunks.append((len(digits), digits, zeros) if is_number else java_order(chunk))
    return (0 if text[0] < "0" else 1 if text[0] <= "9" else 2, *chunks)


def is_number(text: str, parse: Callable[[str], float]) -> bool:
    """Tell whether a text can be parsed."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data-dir", type=Path, default=Path("."))
    parser.add_argument("--out-dir", type=Path, default=Path("."))
    options = parser.parse_args()
    main(options.data_dir, options.out_dir)
