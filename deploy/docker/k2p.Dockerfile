# The converter and nothing else: no shell, no library, no package to patch. Built by `make image`.
#   docker run --rm --network none --read-only --user "$(id -u)" -v "$PWD:/work" k2p:dev /work/flow.knwf --out /work/out
FROM scratch
COPY k2p /k2p
USER 65532:65532
ENTRYPOINT ["/k2p"]
