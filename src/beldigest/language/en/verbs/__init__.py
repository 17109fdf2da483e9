"""Verbs of English: the forms that a word can be of one, and the verb groups of a sentence."""
