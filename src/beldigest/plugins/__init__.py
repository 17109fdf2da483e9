"""Plug-ins: their contracts, the hooks, and the registry that finds and loads them."""
