# skipped
# K2P1007 The functions that need the credentials read them from environment variables.
