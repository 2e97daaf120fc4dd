"""Who said what: direct, mixed and indirect quotes with their speakers, by rules and tables of words.

`marks` finds what stands in quotation marks, `languages` holds what differs between languages.
"""
