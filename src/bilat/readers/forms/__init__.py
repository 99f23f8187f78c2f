"""The forms of input that come with bilat, one file each."""
