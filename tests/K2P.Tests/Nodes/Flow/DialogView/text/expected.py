# skipped
# K2P1007 It only shows a text.
