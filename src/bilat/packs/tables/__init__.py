"""The tables a pack may hold, by subject: the type of a row, and the rules its columns keep."""
