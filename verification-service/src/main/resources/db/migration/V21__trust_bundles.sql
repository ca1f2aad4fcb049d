create table trust_bundle (
  id        text primary key,
  registry  text not null,
  issued_at timestamptz not null,
  document  text not null,
  copied_at timestamptz not null
);
comment on table trust_bundle is 'What other registries said of their issuers, as it came with imported portfolios; its signature is verified again when it is loaded.';

create table trust_bundle_issuer (
  issuer text not null,
  bundle text not null references trust_bundle,
  primary key (issuer, bundle)
);
comment on table trust_bundle_issuer is 'Of whom each bundle speaks, by DID.';
