"""Call generated functions with the tables that KNIME stored, and compare what they return with the tables that KNIME stored.

Started without arguments it takes a case per line of standard input, as JSON, and answers with a line each on standard output.
"""
import importlib.util
import inspect
import json
import os
import sys
import time
import traceback
import warnings

import comparison
import stored_tables

_scripts = {}
_made = {}


class NotMade(Exception):
    """A model that the function needs could not be made."""


def run(case):
    """Return the verdict on one node."""
    started = time.monotonic()
    answer = _run(case)
    answer["id"] = case["id"]
    answer["seconds"] = round(time.monotonic() - started, 3)
    return answer


def _run(case):
    try:
        result, inputs = _call(case)
        values = _split(result, case["ports"])
        verdicts = [
            _compare(case, values, output, inputs) for output in case["outputs"]
        ]
        if not verdicts:
            return {"verdict": "ran", "text": ""}
        answer = comparison.worst(verdicts)
        if any(_changed(*pair) for pair in inputs):
            answer["notes"] = ["the function changed a table that it was given"]
        return answer
    except NotMade as error:
        return {"verdict": "not-run", "text": str(error)}
    except WrongCount as error:
        return {"verdict": "differs", "text": str(error)}
    except Exception as error:
        text, line = _describe(error, case["script"])
        return {"verdict": "raises", "text": text, "line": line}
    except SystemExit as error:
        return {"verdict": "raises", "text": f"SystemExit: {error}", "line": None}


def _compare(case, values, output, inputs):
    expected = stored_tables.read_table(output["table"])
    value = values[case["ports"].index(output["port"])]
    verdict = comparison.compare(value, expected, case["rtol"])
    if len(case["outputs"]) > 1 and verdict["text"]:
        verdict["text"] = f"port {output['port']}: {verdict['text']}"
    if case["predicts"]:
        tables = [pristine for _, pristine in inputs]
        share = comparison.share_of_predictions(value, expected, tables, case["rtol"])
        if share:
            verdict["predictions"] = share
    return verdict


def _call(case):
    """Return what the function returns, and its tables, each beside a copy of its own."""
    function = getattr(_script(case["script"]), case["function"])
    arguments, tables = [], []
    for item in case["inputs"]:
        if "table" in item:
            table = stored_tables.read_table(item["table"])
            tables.append((table, table.copy(deep=True)))
            arguments.append(table)
        else:
            arguments.append(_model(case, item))
    names = inspect.signature(function).parameters
    folders = {name: case[name] for name in ("data_dir", "out_dir") if name in names}
    return function(*arguments, **folders), tables


def _model(case, item):
    """Return what the maker of a model returns for a port; it is made once."""
    maker = case["makers"][item["maker"]]
    if item["maker"] not in _made:
        try:
            maker = {**maker, "makers": case["makers"]}
            result, _ = _call(maker)
            _made[item["maker"]] = _split(result, maker["ports"])
        except Exception as error:
            _made[item["maker"]] = error
    made = _made[item["maker"]]
    if isinstance(made, Exception):
        text, _ = _describe(made, maker["script"])
        raise NotMade(f"the model of node {item['maker']} was not made: {text}")
    if item["port"] not in maker["ports"]:
        raise NotMade(f"node {item['maker']} has no port {item['port']}")
    return made[maker["ports"].index(item["port"])]


def _script(path):
    """Return a generated script as a module; importing it runs nothing."""
    if path not in _scripts:
        spec = importlib.util.spec_from_file_location(f"script{len(_scripts)}", path)
        _scripts[path] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(_scripts[path])
    return _scripts[path]


class WrongCount(Exception):
    """A function returned another number of values than its node has ports."""


def _split(result, ports):
    """Return the values of a node's output ports."""
    if len(ports) <= 1:
        return [result]
    if not isinstance(result, tuple) or len(result) != len(ports):
        count = len(result) if isinstance(result, tuple) else 1
        raise WrongCount(f"it returned {count} values for {len(ports)} ports")
    return list(result)


def _changed(table, pristine):
    """Return whether a function altered the table that it was given."""
    try:
        same = list(table.columns) == list(pristine.columns)
        return not (
            same and table.index.equals(pristine.index) and table.equals(pristine)
        )
    except Exception:  # cells that cannot be compared are not proof of a change
        return False


def _describe(error, script):
    """Return an exception in words, and the line of the script that it came from."""
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == script
    ]
    text = " ".join(str(error).split())[:300]
    return f"{type(error).__name__}: {text}", lines[-1] if lines else None


def main():
    """Answer cases until standard input ends."""
    warnings.simplefilter("ignore")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # What a function prints must not be taken for an answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for line in sys.stdin:
        answer = run(json.loads(line))
        answers.write(json.dumps(answer, default=str) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
