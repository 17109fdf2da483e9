"""beldigest exporter: a Markdown page, or a folder of linked notes."""
