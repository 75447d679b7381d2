-- The newest orders are found without reading the whole ledger.
CREATE INDEX ledger_by_order ON ledger (reserved_at, account_id);
