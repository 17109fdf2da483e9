"""beldigest exporter: a JSON-LD graph of schema.org records."""
