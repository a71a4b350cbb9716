"""The register of Dân vận khéo: models, what they achieved, where nothing happens yet."""
