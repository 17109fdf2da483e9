"""The English grammar of attribution: who is cited, by which words, and how far what is cited goes.

A sentence is read from left to right (:mod:`attributions`). Verbs (:mod:`verbal`), among them participles
(:mod:`participles`), passives (:mod:`passives`) and those before their subject (:mod:`inversion`), phrases and nouns
(:mod:`phrases`) and bare marks (:mod:`marks`) make attributions, with the help of what belongs to a verb
(:mod:`verbgroups`, :mod:`objects`), of its subject (:mod:`subjects`), of what it reports (:mod:`contents`), of noun
groups (:mod:`groups`) and clauses (:mod:`clauses`), and of how far a content reaches (:mod:`extents`), which is no
farther than to the next attribution (:mod:`following`). There is no parser: words carry their classes,
and the rules look at a few words to the left and to the right.
"""

from __future__ import annotations

from beldigest.language.en.citations.attributions import Grammar

__all__ = ["Grammar"]
