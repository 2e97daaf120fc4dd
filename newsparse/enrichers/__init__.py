"""Enrichers: article in, richer article out; what they add carries its provenance."""
