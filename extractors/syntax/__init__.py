"""Questions to a dependency tree: the only package that reads the parser's labels.

The labels are those of spaCy's English models: the dependencies of ClearNLP (`nsubj`, `dobj`,
`pobj` …) and the tags of the Penn Treebank (`VBN`, `NNS` …). A language pack whose parser gives
others maps them to these in its pipeline.
"""
