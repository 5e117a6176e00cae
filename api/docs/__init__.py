"""The documentation page, made from the OpenAPI document; it loads nothing from elsewhere."""
