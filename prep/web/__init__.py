"""The web site: pages, forms and what stands around them."""
