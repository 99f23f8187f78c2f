"""Coverage-guided fuzzing: targets, the runner, and what a finding is. `make fuzz`; docs/robustness.md is the page."""
