"""beldigest exporter: tidy CSV tables with a data package."""
