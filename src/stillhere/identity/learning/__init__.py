"""Weights learnt and thresholds told, by explicit commands; nothing in a build asks here.

In: linked worlds, with their truth or without. Out: rules as versioned data.
"""
