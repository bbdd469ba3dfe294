"""Which machine joins the mentions of a build: this process, or a cluster by Spark.

In: a world with its features. Out: the pairs of the rule, the same whichever machine found
them. `engine` is the door; all else is Spark's and imports it only when it is asked for.
"""
