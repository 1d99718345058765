# skipped
# K2P1007 The flow variables go straight from their makers to their readers.
