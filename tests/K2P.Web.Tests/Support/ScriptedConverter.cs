namespace K2P.Web.Tests.Support;

/// <summary>
/// A real process that keeps the converter's command line and misbehaves as the bundle's file name says:
/// what a hostile workflow might make a converter do.
/// </summary>
internal static class ScriptedConverter
{
    public const string Version = "k2p 9.9.9+scripted";

    private static readonly Lazy<string> Written = new(Write);

    /// <summary>The script's path. It is written once: a file that was written a moment ago cannot be run while another test's fork still holds it open.</summary>
    public static string FilePath => Written.Value;

    private static string Write()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("k2p-scripted-").FullName, "k2p");
        const UnixFileMode Everybody =
            UnixFileMode.UserRead
            | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead
            | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead
            | UnixFileMode.OtherExecute;
        File.WriteAllText(path, Script);
        File.SetUnixFileMode(path, Everybody);
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, Everybody | UnixFileMode.UserWrite);
        for (var attempt = 0; !CanRun(path) && attempt < 100; attempt++)
        {
            Thread.Sleep(50);
        }
        return path;
    }

    private static bool CanRun(string path)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(
                new System.Diagnostics.ProcessStartInfo(path, "--version")
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private const string Script = $$"""
        #!/bin/sh
        if [ "$1" = --version ]; then echo "{{Version}}"; exit 0; fi
        arguments=$*
        while [ $# -gt 0 ]; do
          case $1 in
            --in-zip) in=$2; shift ;;
            --out) out=$2; shift ;;
            --name=*) name=${1#--name=} ;;
          esac
          shift
        done
        succeed() {
          echo 'print("hello")' > "$out/${name}__g01_workbook.py"
          echo '{"schema":"k2p-report/1","totals":{"exact":2,"approximate":0,"partial":1,"manual":0,"skipped":0},"nodes":[{"factory":"org.example.FilterFactory","name":"Filter","status":"exact"},{"factory":"org.example.LearnerFactory","name":"Learner","status":"manual"},{"factory":"org.example.FilterFactory","name":"Filter","status":"exact"}]}' > "$out/${name}__report.json"
          echo '{}'
        }
        case $name in
          slow*) sleep 2; succeed ;;
          forever*) sleep 600 ;;
          spin*) while :; do :; done ;;
          memory*) tail /dev/zero ;;
          forks*) bomb() { bomb | bomb & }; bomb; sleep 60 ;;
          big-file*) head -c 200M /dev/zero > "$out/big" ;;
          many-files*) i=0; while [ $i -lt 5000 ]; do : > "$out/f$i"; i=$((i + 1)); done ;;
          many-parts*) i=0; while :; do head -c 1M /dev/zero > "$out/p$i"; i=$((i + 1)); done ;;
          flood*) yes ;;
          network*) cat /proc/net/dev >&2; [ "$(grep -c : /proc/net/dev)" -gt 1 ] && exit 1; succeed ;;
          write-outside*) for f in /x /usr/x /etc/x /job/x /job/in/x /dev/x /k2p/x "$in"; do (: > "$f") 2>/dev/null && { echo "wrote $f" >&2; exit 1; }; done; succeed ;;
          read-outside*) for f in /etc/passwd /root /home; do [ -r "$f" ] && cat "$f" 2>/dev/null && { echo "read $f" >&2; exit 1; }; done; succeed ;;
          processes*) ls -d /proc/[0-9]* >&2; [ "$(ls -d /proc/[0-9]* | wc -l)" -gt 6 ] && exit 1; succeed ;;
          environment*) env >&2; succeed ;;
          link*) ln -s /etc/passwd "$out/passwd"; succeed ;;
          pipe*) mkfifo "$out/pipe"; succeed ;;
          folder*) mkdir "$out/sub"; succeed ;;
          nothing*) ;;
          leftover*) (setsid sh -c 'sleep 600; :' "$name" >/dev/null 2>&1 &) ; succeed ;;
          signals*) trap '' TERM INT HUP; kill -TERM 0; while :; do sleep 1; done ;;
          arguments*) echo "$arguments" >&2; succeed ;;
          secrets*) echo "k2p: warning K2P1009: db://ann:hunter2@host password=hunter3 token: hunter4 at $out/x" >&2; succeed ;;
          unsupported*) echo "k2p: error K2P3004 unsupported: A node cannot be converted. [a]" >&2; exit 6 ;;
          exit*) status=${name#exit}; exit "${status%%-*}" ;;
          crash*) kill -SEGV $$ ;;
          *) succeed ;;
        esac
        """;
}
