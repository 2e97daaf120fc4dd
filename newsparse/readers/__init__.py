"""Readers: bytes in, one article a frame; a module a format, loaded when first asked for."""
