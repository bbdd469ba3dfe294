"""What can be wrong in the room `identity`: code to sentence."""

WORDING: dict[str, str] = {
    "identity/judgement-cannot-hold": (
        "Reports {a} and {b} were judged the same person, but other decisions or their "
        "own list say that they are two. Both stay apart. Open the two and settle which "
        "decision is withdrawn."
    ),
    "identity/rules-not-readable": (
        "These rules cannot be used: {reason}. Nothing was built or changed. Write them "
        "anew with `stillhere calibrate`, or leave them out to use what is shipped; where "
        "a store keeps them, give it others with `stillhere build STORE --rules`."
    ),
    "identity/no-register-to-learn-from": (
        "None of these lists is a register, so nobody can be looked for in one. Nothing "
        "was learnt or written. Say in the profile of a complete list that it is a "
        "register ('stillhere profile'), or train on a world that has one."
    ),
    "identity/too-few-rows-to-learn-from": (
        "Only {rows} rows have a candidate in a register; weights, chances and the "
        "threshold are learnt from at least {least}. Nothing was written. Name more "
        "lists, or keep the rules that are shipped."
    ),
    "identity/snapshot-other-rules": (
        "The saved index was made with other rules. It is not used and the lists are "
        "linked anew; nothing needs to be done."
    ),
    "identity/snapshot-damaged": (
        "The saved index cannot be read. It is not used and the lists are linked anew; "
        "run `stillhere check` to see whether the store is whole."
    ),
    "identity/no-spark": (
        "Linking by Spark needs packages that are not installed ({package}). Nothing was "
        "computed. Install them with pip install 'stillhere[spark]', or leave --engine "
        "out: this machine links by itself and comes to the same links."
    ),
    "identity/spark-failed": (
        "Spark could not finish ({reason}). Nothing was stored. See what it said above, "
        "and docs/howto/spark-cluster.md; or leave --engine out: this machine links by "
        "itself and comes to the same links."
    ),
    "identity/spark-other-program": (
        "A machine of the cluster runs another version of this program or of rapidfuzz. "
        "Nothing was computed, since its links could differ. Install the same versions "
        "on every machine."
    ),
    "identity/spark-unguarded": (
        "The setting {name} would let others see data of people, or the secret of the "
        "cluster. Nothing was computed. Leave it out; docs/howto/spark-cluster.md says "
        "where a secret is put."
    ),
}
