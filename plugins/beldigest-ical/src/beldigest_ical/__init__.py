"""beldigest exporter: an iCalendar feed of dated events."""
