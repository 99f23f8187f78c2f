"""A record as pages and as an API, on this machine: `bilat serve`. Needs the extra `web`."""
