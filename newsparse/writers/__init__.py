"""Writers: articles in, bytes out; a module a format, loaded when first asked for."""
