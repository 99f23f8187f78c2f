"""How good the reading is: scores against annotated articles, and the floors they may not fall below."""
