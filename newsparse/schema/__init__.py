"""The lossless JSON form of the model: codec, version, migrations, JSON Schema."""
