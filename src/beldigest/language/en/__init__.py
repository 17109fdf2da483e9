"""English. Lexicons lie in ``data/``; each module here turns some of them into what one stage works with."""
