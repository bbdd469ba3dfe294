"""Requests in, pages out: one module for each room of pages."""
