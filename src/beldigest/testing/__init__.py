"""What authors of plug-ins test with.

``strategies`` are Hypothesis strategies for briefings, ``samples`` briefings made by hand, and ``contract`` the tests
that every exporter passes. They need ``hypothesis`` and ``pytest``, which the library itself does not depend on.
"""
