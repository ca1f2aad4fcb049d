-- Documents are sealed as the kit seals, with the nonce in front. Nothing was released with the form before: what is
-- kept in it cannot be opened any more, and comes again with the next delivery or import.

delete from portfolio_body;
delete from portfolio_entry;
delete from learner_key;
alter table portfolio_body drop column nonce;
alter table portfolio_body rename column ciphertext to sealed;
