-- What programs composed is found in the ledger by its bytes: its id is theirs to choose.
create index key_compromise_registered_by_digest on key_compromise_registered (digest, key_id);
