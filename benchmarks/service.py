#!/usr/bin/env python3
"""Measures the service on PostgreSQL with everything on this machine: see README.md beside this file."""

import argparse
import http.client
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 54350
POST_SCRIPT = """
local file = io.open("%s", "rb")
local bundle = file:read("*a")
wrk.method = "POST"
wrk.headers["Content-Type"] = "multipart/form-data; boundary=edge"
wrk.body = "--edge\\r\\nContent-Disposition: form-data; name=\\"bundle\\"; filename=\\"bench.zip\\"\\r\\n\\r\\n"
    .. bundle .. "\\r\\n--edge--\\r\\n"
"""


def script(name, *arguments):
    command = [str(ROOT / "scripts" / name), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def request(method, path, body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=90)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def submit(bundle):
    body = (
        b'--edge\r\nContent-Disposition: form-data; name="bundle"; filename="bench.zip"\r\n\r\n'
        + bundle
        + b"\r\n--edge--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=edge"}
    status, answer = request("POST", "/api/jobs", body, headers)
    assert status == 201, answer
    return json.loads(answer)["id"]


def finish(job_id):
    while True:
        job = json.loads(request("GET", f"/api/jobs/{job_id}?wait=30")[1])
        if job["status"] not in ("QUEUED", "RUNNING"):
            assert job["status"] == "SUCCEEDED", job
            return


def latency(bundle, runs):
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        job_id = submit(bundle)
        finish(job_id)
        status, _ = request("GET", f"/api/jobs/{job_id}/result.zip")
        assert status == 200
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)]


def throughput(bundle, jobs):
    begun = time.perf_counter()

    def work():
        for _ in range(jobs // 8):
            finish(submit(bundle))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return jobs // 8 * 8 * 60 / (time.perf_counter() - begun)


def wrk(path, seconds, connections, lua=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    command += (["-s", str(lua)] if lua else []) + [f"http://127.0.0.1:{PORT}{path}"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))
    return rate, int(refused.group(1)) if refused else 0


def resident(process):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


class Service:
    """One process with the given roles, on a database and a folder of its own."""

    def __init__(self, options, *settings):
        self.folder = Path(tempfile.mkdtemp(prefix="k2p-bench-"))
        self.folder.chmod(0o755)
        database = script("postgres", "create", f"bench_{uuid.uuid4().hex[:8]}").strip()
        self.process = subprocess.Popen(
            [
                options.web,
                f"--urls=http://127.0.0.1:{PORT}",
                f"--Storage:Root={self.folder}",
                f"--Converter:Path={options.k2p}",
                "--Database:Kind=postgres",
                f"--Database:ConnectionString={database}",
                "--Jobs:MaxQueued=1000000",
                "--Logging:LogLevel:Default=Warning",
                *settings,
            ],
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
        )

    def __enter__(self):
        for _ in range(300):
            try:
                if request("GET", "/readyz")[0] == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.1)
        raise SystemExit("the service does not get ready")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--web", default=str(ROOT / "bin/web/k2p-web"))
    parser.add_argument("--k2p", default=str(ROOT / "bin/k2p"))
    parser.add_argument("--bundle", required=True, help="a small bundle, about 5 KB")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=1000)
    options = parser.parse_args()
    options.web = str(Path(options.web).resolve())
    options.k2p = str(Path(options.k2p).resolve())
    bundle = Path(options.bundle).read_bytes()
    started = (
        subprocess.run([ROOT / "scripts/postgres", "status"], check=False).returncode
        != 0
    )
    script("postgres", "start")
    try:
        with Service(options, "--Roles:Worker=false") as service:
            job_id = submit(bundle)
            wrk(f"/api/jobs/{job_id}", 3, 16)
            rate, refused = wrk(f"/api/jobs/{job_id}", options.seconds, 16)
            print(f"GET job             {rate:8.0f} /s   ({refused} not 2xx)")
            lua = service.folder / "post.lua"
            lua.write_text(POST_SCRIPT % Path(options.bundle).resolve())
            wrk("/api/jobs", 3, 32, lua)
            rate, refused = wrk("/api/jobs", options.seconds, 32, lua)
            print(f"POST {len(bundle)} bytes     {rate:8.0f} /s   ({refused} not 2xx)")
        with Service(options) as service:
            latency(bundle, 20)
            before = resident(service.process)
            median, late = latency(bundle, 100)
            print(f"submit to result    {median:8.1f} ms  p50, {late:.1f} ms p95")
            rate = throughput(bundle, options.jobs)
            print(f"jobs                {rate:8.0f} /min")
            after = resident(service.process)
            print(
                f"resident            {after:8.0f} MiB after {options.jobs} jobs, {before:.0f} MiB before"
            )
    finally:
        if started:
            script("postgres", "stop")


if __name__ == "__main__":
    sys.exit(main())
