"""English words: their classes, the inflection of verbs, the words that attribute, and a paragraph read as words.

The grammars of attribution, of events and of dates stand on these; they know nothing of any of them.
"""
