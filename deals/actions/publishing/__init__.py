"""How the shelf is written from the desk: gather rows, build documents, append editions, put rows on the
shelf.

`deals.actions.publish` is the way in; nothing else calls these modules.
"""
