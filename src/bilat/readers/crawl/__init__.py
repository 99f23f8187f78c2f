"""Archives of crawls → captures → pages: what WARC and WACZ have in common."""
