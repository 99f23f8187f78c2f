"""A page of a site nobody described → what it says of itself, its running text, and whether it is an article."""
